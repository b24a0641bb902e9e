import type { Notice } from './pageModel.ts'

/** Toasts of the bot and refusals of the sandbox, at the top of one person's chat. */
export function Notices({ notices, person }: { notices: Notice[]; person: number }) {
  return (
    <div class="notices" role="status">
      {notices
        .filter((notice) => notice.person === person)
        .map((notice) => (
          <div key={notice.key} class={`notice is-${notice.kind}`}>
            {notice.text}
          </div>
        ))}
    </div>
  )
}
