import type { Fault } from '../act.ts'
import { usePage } from './page.ts'

const kinds: Record<Fault['kind']['is'], string> = {
  flood: '429 Too Many Requests',
  error: 'Galat dengan kode sendiri',
  'html-error': '502 dengan halaman HTML',
  'reset-before': 'Putus sebelum diproses',
  'reset-after': 'Putus setelah diproses (jawaban hilang)',
  latency: 'Lambat',
}

/** Makes the next calls of the bot fail or stall. */
export function FaultForm({ person }: { person: number }) {
  const page = usePage()
  return (
    <form
      class="fault-form"
      onSubmit={(event) => {
        event.preventDefault()
        const data = new FormData(event.currentTarget)
        void page
          .act(person, { do: 'fault', fault: readFault((name) => String(data.get(name) ?? '')) })
          .then((isDone) => isDone && page.notify({ person, kind: 'toast', text: 'Gangguan disiapkan' }))
      }}
    >
      <h3>Gangguan</h3>
      <label class="field">
        <span>Jenis</span>
        <select name="kind">
          {Object.entries(kinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>Metode</span>
        <input name="method" placeholder="semua" autocomplete="off" />
      </label>
      <div class="field-pair">
        <label class="field">
          <span>Berapa kali</span>
          <input name="times" type="number" min="1" defaultValue="1" />
        </label>
        <label class="field">
          <span>Angka</span>
          <input name="figure" type="number" min="0" placeholder="detik, ms, kode" />
        </label>
      </div>
      <label class="field">
        <span>Keterangan galat</span>
        <input name="description" placeholder="Forbidden: bot was blocked by the user" autocomplete="off" />
      </label>
      <button type="submit" class="quiet">
        Siapkan gangguan
      </button>
    </form>
  )
}

function readFault(value: (name: string) => string): Fault {
  const figure = value('figure') === '' ? undefined : Number(value('figure'))
  const method = value('method')
  return {
    ...(method && { method }),
    times: Number(value('times')) || 1,
    kind: readKind(value('kind'), figure, value('description')),
  }
}

function readKind(kind: string, figure: number | undefined, description: string): Fault['kind'] {
  switch (kind) {
    case 'error': {
      const code = figure ?? 403
      return { is: 'error', code, description: description || 'Forbidden: bot was blocked by the user' }
    }
    case 'html-error':
      return { is: 'html-error', code: figure === 500 ? 500 : 502 }
    case 'reset-before':
      return { is: 'reset-before' }
    case 'reset-after':
      return { is: 'reset-after' }
    case 'latency':
      return { is: 'latency', milliseconds: figure ?? 2000 }
    default:
      return { is: 'flood', retryAfter: figure ?? 5 }
  }
}
