import type { BarChart } from './barChart.ts'
import type { Poster } from './poster.ts'

/** Everything that can be drawn. Only plain data: it travels to another thread. */
export type Drawing =
  | { draw: 'barChart'; chart: BarChart }
  | { draw: 'qrCode'; text: string }
  | { draw: 'posters'; posters: Poster[]; title: string; createdAt: Date }

/**
 * Draws it: a PNG, or for posters a PDF. What is needed for that is loaded the first time. This takes from ten
 * milliseconds to some seconds of computing: where others wait, openPictures does it aside.
 * @throws RangeError for facts that cannot be drawn, as barChartSvg, qrPng and posterPdf say
 */
export async function makeDrawing(drawing: Drawing): Promise<Uint8Array> {
  switch (drawing.draw) {
    case 'barChart': {
      const [{ barChartSvg }, { svgToPng }] = await Promise.all([
        import('./barChartSvg.ts'),
        import('./svgToPng.ts'),
      ])
      return svgToPng(barChartSvg(drawing.chart))
    }
    case 'qrCode': {
      const { qrPng } = await import('./qrPng.ts')
      return qrPng(drawing.text)
    }
    case 'posters': {
      const { posterPdf } = await import('./posterPdf.ts')
      return posterPdf(drawing.posters, drawing.title, drawing.createdAt)
    }
  }
}
