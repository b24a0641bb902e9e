import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { ChatView, Persona } from '../protocol.ts'
import { askContact, askLocation } from './askToShare.ts'
import { Menu } from './Menu.tsx'
import { usePage } from './page.ts'
import { sendFiles } from './sendFiles.ts'

/** What a person can send besides text. */
export function AttachMenu(props: { person: Persona; chat: ChatView; thread: number | undefined }) {
  const { person, chat, thread } = props
  const page = usePage()
  const picker = useRef<HTMLInputElement>(null)
  const mediaPicker = useRef<HTMLInputElement>(null)
  const as = person.id
  const where = { as, chat: chat.id, ...(thread && { thread }) }

  const sendVoice = async () => {
    const values = await page.ask({
      title: 'Kirim pesan suara',
      fields: [{ name: 'seconds', label: 'Lamanya (detik)', kind: 'number', value: '7' }],
      confirm: 'Kirim',
    })
    if (values) await page.act(as, { do: 'send-voice', ...where, seconds: Number(values.seconds) || 1 })
  }
  const sendSticker = async () => {
    const values = await page.ask({
      title: 'Kirim stiker',
      fields: [{ name: 'emoji', label: 'Emoji', value: '👍', isRequired: true }],
      confirm: 'Kirim',
    })
    if (values?.emoji) await page.act(as, { do: 'send-sticker', ...where, emoji: values.emoji })
  }

  const pick = (way: 'shown' | 'saved') => (files: File[]) => void sendFiles(page, where, files, way)

  return (
    <>
      <Menu
        label="Lampirkan"
        face="+"
        opensUp
        items={[
          { label: 'Foto atau video…', act: () => mediaPicker.current?.click() },
          { label: 'Berkas…', act: () => picker.current?.click() },
          { label: 'Pesan suara', act: () => void sendVoice() },
          { label: 'Stiker', act: () => void sendSticker() },
          { label: 'Lokasi…', act: () => void askLocation(page, where, 'picked') },
          { label: 'Kontak saya', act: () => void askContact(page, person, chat.id) },
        ]}
      />
      <FilePicker input={mediaPicker} label="Foto atau video" accept="image/*,video/*" pick={pick('shown')} />
      <FilePicker input={picker} label="Berkas" pick={pick('saved')} />
    </>
  )
}

/** The browser's own window for choosing files, opened by a click on it from elsewhere. */
function FilePicker(props: {
  input: RefObject<HTMLInputElement>
  label: string
  accept?: string
  pick(files: File[]): void
}) {
  const { input, label, accept, pick } = props
  return (
    <input
      ref={input}
      type="file"
      hidden
      multiple
      aria-label={label}
      {...(accept && { accept })}
      onChange={({ currentTarget }) => {
        pick([...(currentTarget.files ?? [])])
        currentTarget.value = ''
      }}
    />
  )
}
