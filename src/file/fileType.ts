import { open } from 'node:fs/promises'

/** What a file is, by its content. */
export interface FileType {
  /** Without the dot; always one of a short list. */
  extension: string
  mimeType: string
}

/** What people may hand in: pictures, sounds, films and office papers that run nothing. */
const KNOWN = new Set(
  'jpg png webp gif heic pdf docx xlsx pptx odt ods mp4 mov webm 3gp mp3 m4a ogg oga opus aac amr wav'.split(
    ' ',
  ),
)
/** So much of a file is looked at to see whether it is plain text. */
const PROBE_BYTES = 64 * 1024

/** The type of a file on the disk, judged by its bytes and never by its name; nothing for all that is not known. */
export async function fileTypeOf(path: string): Promise<FileType | undefined> {
  // Loaded with the first file, not at every start.
  const { fileTypeFromFile } = await import('file-type')
  const found = await fileTypeFromFile(path)
  if (found) return KNOWN.has(found.ext) ? { extension: found.ext, mimeType: found.mime } : undefined
  return (await isText(path)) ? { extension: 'txt', mimeType: 'text/plain' } : undefined
}

async function isText(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(PROBE_BYTES), 0, PROBE_BYTES, 0)
    // A full part may end within a character: more is to come.
    const stream = bytesRead === PROBE_BYTES
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream })
    return text !== '' && !CONTROL.test(text)
  } catch (fault) {
    if (fault instanceof TypeError) return false
    throw fault
  } finally {
    await file.close()
  }
}

/** No text has these; tab, line feed and carriage return are left out. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for them is the point
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/
