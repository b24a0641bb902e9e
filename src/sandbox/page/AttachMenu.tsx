import { useRef } from 'preact/hooks'
import type { ChatView, Persona } from '../protocol.ts'
import { askContact, askLocation } from './askToShare.ts'
import { Menu } from './Menu.tsx'
import { usePage } from './page.ts'

/** What a person can send besides text. */
export function AttachMenu(props: { person: Persona; chat: ChatView; thread: number | undefined }) {
  const { person, chat, thread } = props
  const page = usePage()
  const picker = useRef<HTMLInputElement>(null)
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

  return (
    <>
      <Menu
        label="Lampirkan"
        face="+"
        opensUp
        items={[
          { label: 'Foto atau berkas…', act: () => picker.current?.click() },
          { label: 'Pesan suara', act: () => void sendVoice() },
          { label: 'Stiker', act: () => void sendSticker() },
          { label: 'Lokasi', act: () => void askLocation(page, person, chat.id, thread) },
          { label: 'Kontak saya', act: () => void askContact(page, person, chat.id) },
        ]}
      />
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        aria-label="Foto atau berkas"
        onChange={(event) => {
          const { currentTarget } = event
          for (const file of currentTarget.files ?? []) void page.sendFile(as, chat.id, file, thread)
          currentTarget.value = ''
        }}
      />
    </>
  )
}
