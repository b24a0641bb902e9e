import { Resvg } from '@resvg/resvg-js'
import { sizeOf } from './charts.ts'

/** The picture's pixels, red, green, blue and alpha by turns, as a program that reads PNG sees them. */
export function pixelsOf(png: Uint8Array) {
  const { width, height } = sizeOf(png)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/></svg>`
  return { width, height, data: new Uint8Array(new Resvg(svg).render().pixels) }
}
