import { expect, test } from 'vitest'
import { isTakenType } from '../../../src/survey/attachment/isTakenType.ts'

test.each([
  [null, true],
  ['', false],
  ['application/octet-stream', true],
  ['image/jpeg', true],
  ['IMAGE/PNG', true],
  ['image/heic', true],
  ['image/svg+xml', false],
  ['image/tiff', false],
  ['audio/x-m4a', true],
  ['video/quicktime', true],
  ['text/plain', true],
  ['application/pdf', true],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', true],
  ['application/vnd.oasis.opendocument.spreadsheet', true],
  // Old office files may hold programs, and cannot be told from other files of their kind.
  ['application/msword', false],
  ['application/zip', false],
  ['application/x-msdownload', false],
  ['application/vnd.android.package-archive', false],
  ['application/constructor', false],
  ['font/ttf', false],
])('%s: %s', (mimeType, isTaken) => {
  expect(isTakenType(mimeType)).toBe(isTaken)
})
