import { LRUCache } from 'lru-cache'
import type { FileFolder } from '../../file/fileFolder.ts'
import { type News, NO_NEWS } from '../../instance/news.ts'
import type { KnownFile, MessageFile } from '../../message/messageFile.ts'
import type { ReceivedFile } from '../../message/received.ts'
import type { FileProblem, TelegramFiles } from '../../telegram/files.ts'
import { kindOfFile } from '../attachment/attachment.ts'
import { storedDefinition } from '../definition/earlierDefinition.ts'
import type { SurveyVersion } from '../surveyInfo.ts'
import { mediaName } from './mediaName.ts'
import { type MediaKind, namedMedia } from './namedMedia.ts'
import type { KeptMedia, MediaStore } from './store.ts'

export type SurveyMedia = ReturnType<typeof surveyMedia>

/** What became of a file that an admin sent for a survey. */
export type TakenMedia =
  /** With the names that are still missing. */
  | { type: 'kept'; name: string; missing: string[] }
  /** The spreadsheet names no such file: by its name or by the words below it. */
  | { type: 'not_named'; missing: string[] }
  | { type: 'wrong_kind'; name: string; wanted: MediaKind }
  /** People may have answered what it belongs to: it is changed by a new version only. */
  | { type: 'published'; name: string }
  | { type: 'not_fetched'; problem: FileProblem['problem'] }

/** Bytes of a picture that was sent as a document; Telegram shows none that is bigger. */
const LARGEST_PICTURE = 10 * 1024 * 1024
/** How long what was changed while it was being read may be shown as it was; instances tell each other. */
const FRESH_MS = 60_000

/** The pictures, sounds and films that go with the words of surveys. Rights are the caller's to check. */
export function surveyMedia(parts: {
  store: MediaStore
  files: TelegramFiles
  folder: FileFolder
  news?: News
}) {
  const { store, files, folder, news = NO_NEWS } = parts
  const known = new LRUCache<number, readonly KeptMedia[]>({ max: 100, ttl: FRESH_MS })
  news.hear('media', () => known.clear())
  news.hear('surveys', () => known.clear())

  async function allOf({ id, survey }: SurveyVersion): Promise<readonly KeptMedia[]> {
    const all = known.get(id) ?? (await store.all(survey.id))
    known.set(id, all)
    return all
  }

  async function missingOf(version: SurveyVersion, named: ReadonlyMap<string, MediaKind>) {
    const all = await allOf(version)
    return [...named.keys()].filter((name) => !mediaIn(all, name, version.number))
  }

  /** A picture that came as a document is fetched, so that it can be shown in the chat. */
  async function fetchPicture({ fileId }: ReceivedFile): Promise<string | FileProblem> {
    const stored = await files.storeFile(fileId, { most: LARGEST_PICTURE })
    return 'kept' in stored ? stored.kept.name : stored
  }

  return {
    /** Names of the files that a version names and nobody has sent yet. */
    missing: (version: SurveyVersion): Promise<string[]> =>
      missingOf(version, namedMedia(storedDefinition(version.definition))),

    /**
     * Takes a file for a version. Its name tells which it is, or the words below it, for photos have no names; the
     * only one of its kind that is missing needs neither.
     */
    async take(version: SurveyVersion, received: ReceivedFile): Promise<TakenMedia> {
      const { id, number, survey } = version
      const named = namedMedia(storedDefinition(version.definition))
      known.delete(id)
      const missing = await missingOf(version, named)
      const kind = kindOfFile(received)
      const alike = missing.filter((each) => named.get(each) === kind)
      const called = [received.caption, received.name].map((words) => mediaName(words ?? ''))
      const only = received.name === undefined && received.caption === undefined && alike.length === 1
      const name = called.find((each) => named.has(each)) ?? (only ? alike[0] : undefined)
      const wanted = name === undefined ? undefined : named.get(name)
      if (name === undefined || wanted === undefined) return { type: 'not_named', missing }
      const sentAs = SENT_AS[received.type]
      if (wanted !== kind || !sentAs) return { type: 'wrong_kind', name, wanted }
      if (number > 0 && !missing.includes(name)) return { type: 'published', name }

      const isHidden = wanted === 'image' && received.type === 'document'
      const picture = isHidden ? await fetchPicture(received) : null
      if (picture !== null && typeof picture !== 'string')
        return { type: 'not_fetched', problem: picture.problem }
      const replaced = (await allOf(version)).find((each) => each.name === name && each.number === number)
      const file = { kind: sentAs, fileId: received.fileId }
      await store.keep(survey.id, { name, number, file, storedName: picture })
      if (replaced?.storedName) await folder.remove(replaced.storedName)
      known.delete(id)
      await news.tell('media')
      return { type: 'kept', name, missing: missing.filter((each) => each !== name) }
    },

    /** The files of these names, as a version shows them; nothing in the place of those that nobody has sent. */
    async find(version: SurveyVersion, names: readonly string[]): Promise<(MessageFile | undefined)[]> {
      const all = await allOf(version)
      return Promise.all(names.map((name) => fileOf(mediaIn(all, name, version.number))))
    },

    /** Forgets what was sent for the version that was being tried. */
    async discardTrial(survey: number): Promise<void> {
      const tried = (await store.all(survey)).filter(({ number }) => number === 0)
      await store.discardTrial(survey)
      await news.tell('media')
      for (const { storedName } of tried) if (storedName) await folder.remove(storedName)
    },
  }

  async function fileOf(media: KeptMedia | undefined): Promise<MessageFile | undefined> {
    const { storedName, name, file } = media ?? {}
    if (!storedName || name === undefined) return file
    // Another machine may have fetched it into a folder of its own.
    const isHere = await folder.find(storedName.replace(/^.*\/|\..*$/g, ''))
    return isHere
      ? { kind: 'photo', name, content: { path: folder.pathOf(storedName) }, key: storedName }
      : file
  }
}

/** How Telegram sends on what it got. */
const SENT_AS: Partial<Record<ReceivedFile['type'], KnownFile['kind']>> = {
  photo: 'photo',
  document: 'document',
  audio: 'audio',
  voice: 'voice',
  video: 'video',
  animation: 'document',
}

/** What a version shows under a name: its own, else that of the newest version before it. */
function mediaIn(all: readonly KeptMedia[], name: string, number: number): KeptMedia | undefined {
  const alike = all.filter((each) => each.name === name)
  const own = alike.find((each) => each.number === number)
  const before = alike.filter((each) => each.number > 0 && (number === 0 || each.number < number))
  return own ?? before.toSorted((one, other) => other.number - one.number)[0]
}
