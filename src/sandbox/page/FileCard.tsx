import type { FileRef } from '../protocol.ts'
import { fileAddress } from './localTelegram.ts'
import { showSize } from './showTime.ts'

/** A file as a line to save it by. */
export function FileCard({ file }: { file: FileRef }) {
  return (
    <a class="card" href={fileAddress(file)} download={file.name} aria-label={`Unduh ${file.name}`}>
      <FileFacts file={file} deed=" · Unduh" />
    </a>
  )
}

/** What a file is: kind, name and size. */
export function FileFacts({ file, deed = '' }: { file: FileRef; deed?: string }) {
  return (
    <>
      <span class={`card-face file-face is-${familyOf(file)}`} aria-hidden="true">
        {extensionOf(file)}
      </span>
      <span>
        <b>{file.name}</b>
        <small>
          {showSize(file.size)}
          {deed}
        </small>
      </span>
    </>
  )
}

const extensionOf = ({ name }: FileRef) => name.match(/\.([A-Za-z0-9]{1,4})$/)?.[1]?.toUpperCase() ?? '…'

/** Which colour a file has, as in an office. */
function familyOf({ name }: FileRef): 'sheet' | 'paper' | 'picture' | 'other' {
  if (/\.(xlsx?|ods|csv)$/i.test(name)) return 'sheet'
  if (/\.(pdf|docx?|odt)$/i.test(name)) return 'paper'
  return /\.(png|jpe?g|webp|gif|heic|svg)$/i.test(name) ? 'picture' : 'other'
}
