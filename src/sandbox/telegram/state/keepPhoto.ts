import type { WireFile } from '../wire.ts'
import { type FileShelf, type NewFile, type StoredFile, wireFile } from './files.ts'

/** The boxes into which Telegram fits a photo, in pixels; larger photos lose what is beyond the last. */
const boxes = [90, 320, 800, 1280, 2560]

/**
 * Keeps a photo in all its sizes, smallest first, each a file of its own; gives the largest. The smaller ones are
 * only said to be smaller: all have the same bytes.
 */
export function keepPhoto(
  files: FileShelf,
  photo: Omit<NewFile, 'folder'> & { width: number; height: number },
): StoredFile {
  const { width, height } = photo
  const longest = Math.max(width, height)
  const last = boxes.find((box) => box >= longest) ?? Math.max(...boxes)
  const sizes = boxes
    .filter((box) => box <= last)
    .map((box) => {
      const scale = Math.min(1, box / longest)
      const pixels = (length: number) => Math.max(1, Math.round(length * scale))
      return files.add({ ...photo, folder: 'photos', width: pixels(width), height: pixels(height) })
    })
  for (const size of sizes) size.sizes = sizes
  return sizes.at(-1) as StoredFile
}

/** The `photo` of a message: every size, whichever of them was named. */
export function wirePhoto(stored: StoredFile): WireFile[] {
  return (stored.sizes ?? [stored]).map((size) => wireFile(size, true))
}
