import { CFB } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { LIMITS } from '../../src/spreadsheet/limits.ts'
import { readContent } from '../../src/spreadsheet/readContent.ts'
import { readHere } from './readHere.ts'
import { zip } from './workbook.ts'

/** A compound file, as old Office programs and encryption make it. */
function compound(stream: string): Buffer {
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, `/${stream}`, Buffer.alloc(5000, 1))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

const archive = (...names: string[]) => zip(names.map((name) => ({ name, content: Buffer.from('<x/>') })))
const root = (target: string) => ({
  name: '_rels/.rels',
  content: Buffer.from(
    `<Relationships><Relationship Id="r" Type="a/officeDocument" Target="${target}"/></Relationships>`,
  ),
})
const latin1 = (text: string) => Buffer.from(text, 'latin1')

describe('a file that is no spreadsheet is told for what it is', () => {
  test.each([
    ['no bytes at all', Buffer.alloc(0), 'empty'],
    ['a PDF', latin1('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'pdf'],
    ['a PNG', latin1('\x89PNG\r\n\x1A\n\0\0\0\rIHDR'), 'image'],
    ['a JPEG', latin1('\xFF\xD8\xFF\xE0\0\x10JFIF'), 'image'],
    ['a photo of a newer telephone', latin1('\0\0\0\x18ftypheic\0\0'), 'image'],
    ['a web page', latin1('\xEF\xBB\xBF\r\n<!DOCTYPE html><table>'), 'web_page'],
    ['a table in HTML', latin1('<html><table><tr><td>U1</td></tr></table></html>'), 'web_page'],
    ['the XML of Excel 2003', latin1('<?xml version="1.0"?><Workbook/>'), 'web_page'],
    ['rich text', latin1('{\\rtf1\\ansi'), 'rich_text'],
    ['a document', archive('[Content_Types].xml', 'word/document.xml'), 'document'],
    ['a presentation', zip([root('ppt/presentation.xml')]), 'document'],
    ['an old document', compound('WordDocument'), 'document'],
    ['an OpenDocument sheet', archive('mimetype', 'content.xml'), 'open_document'],
    ['a binary workbook', zip([root('xl/workbook.bin')]), 'binary_workbook'],
    ['an archive', archive('survei.xlsx'), 'archive'],
    ['another archive', latin1('7z\xBC\xAF\x27\x1C'), 'archive'],
    ['a workbook with a password', compound('EncryptedPackage'), 'password'],
    ['a compound file of something else', compound('Something'), 'damaged'],
    ['any bytes', latin1('\x01\x02\0\x03'), 'unknown'],
  ])('%s', async (_, bytes, code) => {
    expect(await readHere(bytes)).toEqual({ problem: { code } })
  })

  test('text, where no CSV is wanted', async () => {
    const bytes = Buffer.from('type;name;label\n')
    expect(await readContent(bytes, { limits: LIMITS, csv: false })).toEqual({ problem: { code: 'text' } })
    expect(await readContent(bytes, { limits: LIMITS, csv: true })).toHaveProperty('sheets.length', 1)
  })
})
