import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReceivedFile } from '../../../src/message/received.ts'
import { attachmentOf, fileIdOf, kindOfFile } from '../../../src/survey/attachment/attachment.ts'

const file = (type: ReceivedFile['type'], mimeType?: string): ReceivedFile => ({
  type,
  fileId: 'AgAC',
  uniqueId: 'u',
  ...(mimeType !== undefined && { mimeType }),
})

describe('what a received file can answer', () => {
  test.each<[ReceivedFile, string | undefined]>([
    [file('photo'), 'image'],
    [file('document', 'image/heic'), 'image'],
    [file('voice', 'audio/ogg'), 'audio'],
    [file('audio', 'audio/mpeg'), 'audio'],
    [file('document', 'audio/x-m4a'), 'audio'],
    [file('video', 'video/mp4'), 'video'],
    [file('video_note'), 'video'],
    [file('animation', 'video/mp4'), 'video'],
    [file('document', 'application/pdf'), 'file'],
    [file('document'), 'file'],
    [file('sticker', 'image/webp'), undefined],
  ])('%o is %s', (received, kind) => {
    expect(kindOfFile(received)).toBe(kind)
  })
})

describe('the name of an answer', () => {
  test('is random, and the extension comes from a short list', () => {
    const names = Array.from({ length: 50 }, () => attachmentOf(file('photo'), 'image').name)
    expect(new Set(names).size).toBe(50)
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{24}\.jpg$/)
  })

  test.each([
    ['image/png', 'image', 'png'],
    ['application/pdf', 'file', 'pdf'],
    ['constructor', 'file', 'bin'],
    ['__proto__', 'audio', 'ogg'],
    ['../../etc/passwd', 'file', 'bin'],
  ] as const)('of %s as %s ends in .%s', (mimeType, kind, extension) => {
    expect(attachmentOf(file('document', mimeType), kind).name).toMatch(
      new RegExp(`^[0-9a-f]{24}\\.${extension}$`),
    )
  })

  test('and all that is kept of a file holds nothing that its sender wrote, whatever they wrote', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.constant('image/jpeg\0'))
    fc.assert(
      fc.property(anything, anything, fc.double(), (name, mimeType, size) => {
        const received = { ...file('document', mimeType), name, size, caption: name }
        const kept = attachmentOf(received, kindOfFile(received) ?? 'file')
        expect(Object.keys(kept).sort()).toEqual(['fileId', 'mimeType', 'name', 'size'])
        expect(kept.name).toMatch(/^[0-9a-f]{24}\.[a-z0-9]{3}$/)
        expect(fileIdOf(kept.name)).toMatch(/^[0-9a-f]{24}$/)
        expect(kept.mimeType ?? 'a/b').toMatch(/^[\w.+-]+\/[\w.+-]+$/)
        expect(Number.isSafeInteger(kept.size ?? 0)).toBe(true)
      }),
    )
  })
})
