import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { expect, test } from 'vitest'
import { fileTypeOf } from '../../src/file/fileType.ts'
import { silentVoice } from '../../src/sandbox/telegram/state/silentVoice.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
import { zip } from '../spreadsheet/workbook.ts'
import { temporaryFolder } from '../temporaryFolder.ts'

async function typeOf(content: Buffer, name = 'x') {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, content)
  return fileTypeOf(path)
}

function spreadsheet(): Buffer {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet([['type', 'name']]), 'survey')
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true })
}

async function pdf(): Promise<Buffer> {
  const parts: Buffer[] = []
  const document = new PDFDocument()
  document.text('Surat').end()
  for await (const part of document) parts.push(part as Buffer)
  return Buffer.concat(parts)
}

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf8 = (text: string) => Buffer.from(text)

test.each<[string, Buffer | Promise<Buffer>, string, string]>([
  ['a picture', blankPng(3, 4), 'png', 'image/png'],
  ['a photo', latin1('\xff\xd8\xff\xe0\x00\x10JFIF\x00'), 'jpg', 'image/jpeg'],
  ['a voice', silentVoice(1), 'opus', 'audio/ogg; codecs=opus'],
  [
    'a spreadsheet',
    spreadsheet(),
    'xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['a letter', pdf(), 'pdf', 'application/pdf'],
  ['a film', latin1('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2'), 'mp4', 'video/mp4'],
  ['a table as text', utf8('nama;umur\nSiti;35\n'), 'txt', 'text/plain'],
  [
    'a text with signs of all kinds, cut in the middle of one',
    utf8('é👍\t\r\n'.repeat(20_000)),
    'txt',
    'text/plain',
  ],
])('%s is known by its content', async (_, content, extension, mimeType) => {
  expect(await typeOf(await content)).toEqual({ extension, mimeType })
})

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['bytes without meaning', latin1('abc\x00def')],
  ['text of another age', latin1('caf\xe9')],
  ['a program', latin1('MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00')],
  ['a page that could run', utf8('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['an archive', zip([{ name: 'a.txt', content: utf8('a') }])],
])('%s is not taken', async (_, content) => {
  expect(await typeOf(content, 'foto.jpg')).toBeUndefined()
})

test('no bytes make it fail', async () => {
  const heads = [
    'PK\x03\x04',
    'OggS',
    '\xff\xd8\xff',
    '\x89PNG\r\n\x1a\n',
    'RIFF',
    'ID3',
    '\x1aE\xdf\xa3',
    '%PDF-',
  ]
  const path = join(temporaryFolder(), 'x')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), async (head, rest) => {
      writeFileSync(path, Buffer.concat([latin1(head), rest]))
      await fileTypeOf(path)
    }),
  )
})
