import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Definition, RowDefinition } from '../../src/survey/definition/definition.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import { mediaStore } from '../../src/survey/media/store.ts'
import { blankPng } from '../sandbox/telegram/blankPng.ts'
import { upload } from '../sandbox/telegram/upload.ts'
import type { Citizen } from './citizen.ts'
import { type House, suluhHouse } from './house.ts'

let house: House
let siti: Citizen
beforeEach(async () => {
  house = await suluhHouse()
  siti = await house.citizen('Siti')
})
afterEach(() => house.close())

const words = (id: string) => ({ id })

const definitionOf = (survey: RowDefinition[]): Definition => ({
  format: 2,
  settings: { title: words('Lapor Jalan'), default_language: 'id' },
  survey,
  choices: { ya: [{ name: 'ya', label: words('Ya') }] },
})

/** Publishes a survey of these questions and agrees to it. */
async function begins(...survey: RowDefinition[]) {
  await versionStore(house.database).publish('jalan', 'year', definitionOf(survey))
  await house.database.client.survey.updateMany({ where: { code: 'jalan' }, data: { isPerUnit: false } })
  await siti.opens('s_jalan')
  await siti.presses('Setuju')
}

const answers = async () => {
  const response = await house.database.client.response.findFirstOrThrow({ where: { isExample: false } })
  return JSON.parse(response.answers) as Record<string, string>
}

/** Everything in the folder of files, once the background work has done it. */
async function kept(count: number): Promise<string[]> {
  for (;;) {
    const names = (await readdir(join(house.dataDir, 'files'), { recursive: true })).filter((name) =>
      /\/\w+\.\w+$/.test(name),
    )
    const { length } = await house.database.client.attachment.findMany({ where: { isStored: true } })
    if (length === count && names.length === count) return names
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('a place', () => {
  const lokasi: RowDefinition = { type: 'geopoint', name: 'lokasi', label: words('Di mana?'), required: true }
  const rusak: RowDefinition = { type: 'select_one', list: 'ya', name: 'rusak', label: words('Rusak?') }

  test('is shared with one tap on the phone’s own button, which is put away afterwards', async () => {
    await begins(lokasi, rusak)
    await siti.hears('Di mana?')
    await siti.hears('Kirim lokasi saya')
    const { body } = house.telegram.calls('sendMessage').at(-1) ?? {}
    expect(body).toMatchObject({
      reply_markup: { keyboard: [[{ text: '📍 Kirim lokasi saya', request_location: true }]] },
    })
    await siti.does({
      do: 'send-location',
      as: siti.id,
      chat: siti.id,
      latitude: -1.4921387,
      longitude: 102.4402,
      accuracy: 12,
    })
    await siti.hears('Baik, terima kasih')
    await siti.hears('Rusak?')
    await siti.presses('Ya')
    await siti.hears('lokasi -1.49214, 102.4402')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    expect(await answers()).toEqual({ lokasi: '-1.4921387 102.4402 0 12', rusak: 'ya' })
  })

  test('may be typed, and what is no place is asked for again, kindly', async () => {
    await begins(rusak, lokasi)
    await siti.presses('Ya')
    await siti.hears('Di mana?')
    await siti.says('dekat pasar')
    await siti.hears('Mohon kirim lokasi')
    await siti.says('-1,49 102,44')
    await siti.hears('Periksa jawaban')
  })

  /** What has been said of the phone's keyboard so far: brought along, or put away. */
  const keyboards = () =>
    house.telegram.calls('sendMessage').flatMap(({ body }) => {
      const markup = (body as { reply_markup?: object }).reply_markup ?? {}
      if ('keyboard' in markup) return ['there']
      return 'remove_keyboard' in markup ? ['away'] : []
    })
  const sharesPlace = () =>
    siti.does({ do: 'send-location', as: siti.id, chat: siti.id, latitude: -1.5, longitude: 102.4 })

  test('going back to another question puts the button away, and coming again brings it back', async () => {
    await begins(rusak, lokasi)
    await siti.presses('Ya')
    await siti.hears('Kirim lokasi saya')
    await siti.presses('Kembali')
    await siti.hears('Baik, terima kasih')
    await siti.hears('Rusak?')
    await siti.says('Ya')
    await siti.hears(/Rusak\?\s+✅ Ya/)
    await siti.hears('Kirim lokasi saya')
    expect(keyboards()).toEqual(['there', 'away', 'there'])
  })

  test('is asked for again with the button, which closes with its one use', async () => {
    const tujuan: RowDefinition = { type: 'geopoint', name: 'tujuan', label: words('Ke mana?') }
    await begins(lokasi, tujuan, rusak)
    await siti.hears('Kirim lokasi saya')
    await sharesPlace()
    await siti.hears('Ke mana?')
    await siti.hears('Kirim lokasi saya')
    await siti.presses('Lewati')
    await siti.hears('Baik, terima kasih')
    await siti.hears('Rusak?')
    expect(keyboards()).toEqual(['there', 'there', 'away'])
  })

  test('whoever leaves the survey has their own keyboard again, and the button when they go on', async () => {
    await begins(lokasi, rusak)
    await siti.hears('Kirim lokasi saya')
    await siti.says('/batal')
    await siti.hears('Baik, terima kasih')
    await siti.presses('Lanjutkan')
    await siti.hears('Kirim lokasi saya')
    await siti.says('/batal')
    await siti.presses('Hapus')
    await siti.hears('dihapus')
    expect(keyboards()).toEqual(['there', 'away', 'there', 'away'])
  })

  test('sent after a restart puts the button away all the same', async () => {
    await begins(lokasi, rusak)
    await siti.hears('Kirim lokasi saya')
    await house.restartsBot()
    await sharesPlace()
    await siti.hears('Baik, terima kasih')
    await siti.hears('Rusak?')
  })

  test('sent where none was asked is no answer', async () => {
    await begins(rusak)
    await siti.hears('Rusak?')
    await sharesPlace()
    await siti.hears('Mohon')
    expect(keyboards()).toEqual([])
  })
})

describe('a photo or file', () => {
  const foto: RowDefinition = { type: 'image', name: 'foto', label: words('Fotonya?'), required: true }
  const suara: RowDefinition = { type: 'audio', name: 'suara', label: words('Rekaman?') }
  const berkas: RowDefinition = { type: 'file', name: 'berkas', label: words('Berkas?') }

  test('is kept under a random name with the response, and brought home from Telegram', async () => {
    await begins(foto, suara, berkas)
    await siti.hears('Fotonya?')
    await siti.sends(blankPng(640, 480), 'rahasia Siti.png', 'photo')
    await siti.hears('Rekaman?')
    await siti.does({ do: 'send-voice', as: siti.id, chat: siti.id, seconds: 3 })
    await siti.hears('Berkas?')
    await siti.sends(Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n'), 'surat Siti.pdf')
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    const { foto: photo = '', suara: voice = '', berkas: file = '' } = await answers()
    expect([photo, voice, file].map((name) => /^[0-9a-f]{24}\.(\w+)$/.exec(name)?.[1])).toEqual([
      'jpg',
      'ogg',
      expect.any(String),
    ])
    const names = await kept(3)
    expect(names.map((name) => name.replace(/^.*\/|\..*$/g, '')).sort()).toEqual(
      [photo, voice, file].map((name) => name.replace(/\..*$/, '')).sort(),
    )
    for (const name of names) {
      const { mode, mtime } = await stat(join(house.dataDir, 'files', name))
      expect(mode & 0o777).toBe(0o600)
      expect(mtime).toEqual(new Date('2000-01-01T00:00:00Z'))
    }
    const rows = await house.database.client.attachment.findMany()
    expect(rows.map(({ draftId, fileId }) => draftId ?? fileId)).toEqual(['', '', ''])
    expect(JSON.stringify(rows)).not.toContain('Siti')
  })

  test('what is replaced, or thrown away with its draft, leaves nothing', async () => {
    await begins(foto, { ...suara, required: true })
    await siti.sends(blankPng(10, 10), 'a.png', 'photo')
    await siti.hears('Rekaman?')
    await siti.presses('Kembali')
    await siti.hears('Fotonya?')
    await siti.sends(blankPng(20, 20), 'b.png', 'photo')
    await siti.hears('Rekaman?')
    expect(await house.database.client.attachment.count()).toBe(1)
    await siti.does({ do: 'send-voice', as: siti.id, chat: siti.id, seconds: 3 })
    await siti.hears('Periksa jawaban')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    await kept(2)
    expect(await house.database.client.attachment.count()).toBe(2)
  })

  test('of another kind is asked for again, and so are words', async () => {
    await begins(foto, suara)
    await siti.says('tidak punya')
    await siti.hears('Mohon kirim sebuah foto')
    await siti.does({ do: 'send-voice', as: siti.id, chat: siti.id, seconds: 3 })
    await siti.hears('Mohon kirim sebuah foto')
    await siti.does({ do: 'send-sticker', as: siti.id, chat: siti.id, emoji: '👍' })
    await siti.hears('Mohon kirim sebuah foto')
    expect(await house.database.client.attachment.count()).toBe(0)
  })

  test('of a type that is never kept is told so at once', async () => {
    await begins(berkas)
    const file = await upload(house.telegram, Buffer.from('PK'), 'semua.zip', 'application/zip')
    await siti.does({ do: 'send-document', as: siti.id, chat: siti.id, file })
    await siti.hears('Jenis berkas ini tidak dapat disimpan')
    expect(await house.database.client.attachment.count()).toBe(0)
  })

  test('with words below it answers a question for words by them, and is not kept', async () => {
    await begins({ type: 'text', name: 'saran', label: words('Saran?') }, foto)
    await siti.sends(blankPng(10, 10), 'a.png', 'photo')
    await siti.hears('Mohon')
    await siti.sends(blankPng(10, 10), 'a.png', 'photo', 'Jalannya <b>berlubang</b>')
    await siti.hears('Fotonya?')
    expect(await house.database.client.attachment.count()).toBe(0)
    await siti.sends(blankPng(10, 10), 'a.png', 'photo', 'ini jalannya')
    await siti.hears('Saran?')
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    expect(await answers()).toMatchObject({ saran: 'Jalannya <b>berlubang</b>' })
    expect((await answers()).foto).toMatch(/^[0-9a-f]{24}\.jpg$/)
  })

  test('goes with the draft that is thrown away, and never into another’s response', async () => {
    await begins(foto)
    await siti.sends(blankPng(10, 10), 'a.png', 'photo')
    await siti.hears('Periksa jawaban')
    const { name } = await house.database.client.attachment.findFirstOrThrow()
    const first = siti
    siti = await house.citizen('Budi')
    await begins(foto)
    await siti.says(name)
    await siti.hears('Mohon kirim sebuah foto')
    siti = first
    await siti.says('/batal')
    await siti.presses('Hapus')
    await siti.hears('dihapus')
    expect(await house.database.client.attachment.count()).toBe(0)
  })

  test('is fetched again when Telegram could not be reached, and what a stop left undone after a restart', async () => {
    await begins(foto)
    await siti.sends(blankPng(10, 10), 'a.png', 'photo')
    await siti.hears('Periksa jawaban')
    const down = { is: 'error', code: 500, description: 'Internal Server Error' } as const
    await siti.does({ do: 'fault', fault: { method: 'getFile', times: 9, kind: down } })
    const { fileId } = await house.database.client.attachment.findFirstOrThrow()
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    const [name = ''] = await kept(1)
    await rm(join(house.dataDir, 'files', name))
    await house.database.client.attachment.updateMany({ data: { isStored: false, fileId } })
    await house.restartsBot()
    await kept(1)
  })

  test('that Telegram no longer has is given up, and the answer keeps its name', async () => {
    await begins(foto)
    await siti.sends(blankPng(10, 10), 'a.png', 'photo')
    await siti.hears('Periksa jawaban')
    const gone = {
      is: 'error',
      code: 400,
      description: 'Bad Request: wrong file_id or the file is temporarily unavailable',
    } as const
    await siti.does({ do: 'fault', fault: { method: 'getFile', kind: gone } })
    await siti.presses('Kirim')
    await siti.hears('Terima kasih')
    while ((await house.database.client.attachment.count()) > 0)
      await new Promise((resolve) => setImmediate(resolve))
    expect((await answers()).foto).toMatch(/^[0-9a-f]{24}\.jpg$/)
  })
})

describe('a picture, sound or film that the words of a question name', () => {
  const rambu: RowDefinition = {
    type: 'select_one',
    list: 'ya',
    name: 'rambu',
    label: words('Rambu apa?'),
    media: { image: words('Rambu.png'), audio: words('rambu.mp3') },
  }

  /** Begins the survey once the bot knows this file under the name. */
  async function beginsWith(name: string, file: { kind: 'photo' | 'audio'; fileId: string }) {
    await versionStore(house.database).publish('jalan', 'year', definitionOf([rambu]))
    const { id } = await house.database.client.survey.findUniqueOrThrow({ where: { code: 'jalan' } })
    await mediaStore(house.database).keep(id, { name, number: 1, file, storedName: null })
    await begins(rambu)
  }

  test('is sent before the question; those that nobody has sent are left out', async () => {
    const budi = await house.citizen('Budi')
    await budi.opens()
    await budi.sends(blankPng(30, 20), 'rambu.png', 'photo')
    const fileId = budi.messages().find(({ photo }) => photo)?.photo?.fileId ?? ''
    await beginsWith('rambu.png', { kind: 'photo', fileId })
    await siti.hears('Rambu apa?')
    const said = siti.messages().slice(-2)
    expect(said.map(({ photo, text }) => (photo ? 'photo' : text?.includes('Rambu apa?')))).toEqual([
      'photo',
      true,
    ])
    await siti.says('Ya')
    await siti.hears(/Rambu apa\?\s+✅ Ya/)
  })

  test('never holds the question up when Telegram does not know it any more', async () => {
    await beginsWith('rambu.mp3', { kind: 'audio', fileId: 'AgACunknown' })
    await siti.hears('Rambu apa?')
    expect(house.telegram.calls('sendAudio')).toHaveLength(1)
  })
})
