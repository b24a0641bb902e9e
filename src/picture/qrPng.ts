import { qrModules } from './qrModules.ts'
import { svgToPng } from './svgToPng.ts'

/**
 * The QR code of a text as a black and white PNG, each module a square of whole pixels.
 * @param leastPixels how wide the picture is at least
 * @throws RangeError as qrModules does
 */
export function qrPng(text: string, leastPixels = 800): Uint8Array {
  const { size, runs } = qrModules(text)
  const pixels = size * Math.ceil(leastPixels / size)
  const squares = runs.map(({ x, y, length }) => `M${x} ${y}h${length}v1h${-length}z`).join('')
  return svgToPng(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
      `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${squares}"/></svg>`,
  )
}
