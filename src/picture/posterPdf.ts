import PDFDocument from 'pdfkit'
import type { Poster } from './poster.ts'
import { type Mark, PAGE, posterPage } from './posterPage.ts'
import { LINE_HEIGHT } from './setInto.ts'
import { ASCENT, DESCENT, FONT_FILES } from './typeface.ts'

/** One sheet for every unit of a large regency. */
const MOST_POSTERS = 500

/**
 * Posters as a PDF to be printed on A4, one page each. The same posters and moment make the same bytes.
 * @param title what programs show as the document's name
 * @param createdAt when it says it was made
 * @throws RangeError for no or more than 500 posters, and as posterPage does
 */
export async function posterPdf(posters: Poster[], title: string, createdAt: Date): Promise<Uint8Array> {
  if (posters.length === 0 || posters.length > MOST_POSTERS)
    throw new RangeError(`${posters.length} posters: 1 to ${MOST_POSTERS} were expected`)
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    font: FONT_FILES.regular,
    info: { Title: title, Creator: 'Suluh', CreationDate: createdAt },
  })
  document.registerFont('regular', FONT_FILES.regular)
  document.registerFont('bold', FONT_FILES.bold)

  for (const poster of posters) {
    document.addPage()
    for (const mark of posterPage(poster)) draw(document, mark)
  }
  document.end()
  const chunks: Uint8Array[] = []
  for await (const chunk of document) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  switch (mark.mark) {
    case 'words': {
      // A line of type is a little higher than what we give it: its middle comes to the middle of the place.
      const surplus = (ASCENT + DESCENT - LINE_HEIGHT) * mark.size
      document
        .font(mark.weight)
        .fontSize(mark.size)
        .fillColor(mark.color)
        .text(mark.text, mark.x, mark.y - surplus / 2, { lineBreak: false })
      return
    }
    case 'box':
      document.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius)
      if (mark.fill) document.fill(mark.fill)
      else document.lineWidth(1.5).stroke(mark.stroke)
      return
    case 'code': {
      const module = mark.side / mark.modules.size
      for (const { x, y, length } of mark.modules.runs)
        document.rect(mark.x + x * module, mark.y + y * module, length * module, module)
      document.fill('#000000')
      // Whoever gets the poster on a telephone taps the code instead of scanning it.
      document.link(mark.x, mark.y, mark.side, mark.side, mark.link)
    }
  }
}
