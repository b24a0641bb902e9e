import { Resvg } from '@resvg/resvg-js'
import { FONT_FAMILY, FONT_FILES } from './typeface.ts'

/** Draws an SVG as PNG, pixel by pixel as large as it says it is, with our own fonts and no others. */
export function svgToPng(svg: string): Uint8Array {
  const drawing = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: Object.values(FONT_FILES),
      defaultFontFamily: FONT_FAMILY,
      sansSerifFamily: FONT_FAMILY,
    },
  })
  return drawing.render().asPng()
}
