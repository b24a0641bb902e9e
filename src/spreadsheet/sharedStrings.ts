import type { Limits } from './limits.ts'
import type { Package } from './openPackage.ts'
import { spreadsheetString } from './spreadsheetString.ts'
import { Unreadable } from './unreadable.ts'

/** Reads the texts that cells refer to by number. Of rich text the plain one, without phonetic hints. */
export async function sharedStrings(parts: Package, part: string, limits: Limits): Promise<string[]> {
  const strings: string[] = []
  let [text, characters] = ['', 0]
  let [isText, isPhonetic] = [false, false]
  await parts.read(part, 'sst', {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') isPhonetic = true
      else if (name === 't') isText = !isPhonetic
    },
    text(piece) {
      // One character too many suffices for the cell that shows it to be refused by its address.
      if (isText && text.length <= limits.cellCharacters)
        text += piece.slice(0, limits.cellCharacters + 1 - text.length)
    },
    close(name) {
      if (name === 't') isText = false
      else if (name === 'rPh') isPhonetic = false
      else if (name === 'si') {
        characters += text.length
        if (characters > limits.characters)
          throw new Unreadable({ code: 'too_many_characters', most: limits.characters })
        if (strings.length >= limits.cells)
          throw new Unreadable({ code: 'too_many_cells', most: limits.cells })
        strings.push(spreadsheetString(text))
      }
    },
  })
  return strings
}
