import type { Act } from '../act.ts'
import type { FileRef, SandboxState } from '../protocol.ts'

/** The answer to an act: what the sandbox returned, or why it refused, in the reader's words. */
export type ActAnswer = { ok: true; result?: unknown } | { ok: false; problem: string }

/** Everything the sandbox knows now. Rejects when it cannot be reached. */
export async function fetchState(): Promise<SandboxState> {
  const response = await fetch('/sandbox/state', { cache: 'no-store' })
  if (!response.ok) throw new Error(`GET /sandbox/state answered ${response.status}`)
  return response.json()
}

/** Does something as a person. An unreachable sandbox is a problem like any other, never a rejection. */
export async function postAct(act: Act): Promise<ActAnswer> {
  try {
    const response = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    })
    return await response.json()
  } catch (error) {
    return { ok: false, problem: `Telegram di komputer ini tidak menjawab (${String(error)})` }
  }
}

/** Stores a file in the sandbox, to be sent in a message afterwards. */
export async function uploadFile(
  file: File,
): Promise<{ ok: true; file: FileRef } | { ok: false; problem: string }> {
  const query = new URLSearchParams({ name: file.name, type: file.type || 'application/octet-stream' })
  try {
    const response = await fetch(`/sandbox/upload?${query}`, { method: 'POST', body: file })
    return await response.json()
  } catch (error) {
    return { ok: false, problem: `Berkas tidak terkirim (${String(error)})` }
  }
}

/** Where the bytes of a file are. */
export function fileAddress(file: FileRef): string {
  return `/sandbox/file/${encodeURIComponent(file.fileId)}`
}
