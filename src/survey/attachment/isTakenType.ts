/**
 * Whether a file that calls itself this may be one of those that are kept (see file/fileType). Its content decides in
 * the end, but only once the response is handed in: what can be told at once is told at once.
 */
export function isTakenType(mimeType: string | null): boolean {
  const [family, kind = ''] = (mimeType ?? UNKNOWN).toLowerCase().split('/')
  if (family === 'audio' || family === 'video' || family === 'text') return true
  if (family === 'image') return PICTURES.has(kind)
  return family === 'application' && (PAPERS.has(kind) || OFFICE.test(kind))
}

/** What phones say when they do not know. */
const UNKNOWN = 'application/octet-stream'

const PICTURES = new Set(['jpeg', 'jpg', 'png', 'webp', 'gif', 'heic', 'heif'])
const PAPERS = new Set(['octet-stream', 'pdf', 'x-pdf', 'json', 'xml', 'csv', 'ogg', 'mp4'])
const OFFICE = /^vnd\.(openxmlformats-officedocument|oasis\.opendocument)\./
