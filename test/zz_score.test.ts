import { readdirSync, readFileSync, writeFileSync, mkdirSync } from 'node:fs'
import * as XLSX from '@e965/xlsx'
import { test } from 'vitest'
import { readForm } from '/tmp/wt/xlsform/src/survey/xlsform/readForm.ts'
import { checkDefinition } from '../src/survey/definition/compileSurvey.ts'
import { playScript } from '../src/survey/playScript.ts'

const S = '/work/shared/xlsform/'
function cell(c: any): string {
  if (!c) return ''
  if (c.t === 'b') return c.v ? 'TRUE' : 'FALSE'
  if (c.t === 'n') return c.v === Math.trunc(c.v) ? String(c.v) : String(c.v)
  if (c.t === 'd') return c.v.toISOString().slice(0, 10)
  return String(c.v ?? '')
}
function sheetsOf(file: string) {
  const wb = XLSX.read(readFileSync(file), { cellDates: true })
  return wb.SheetNames.map((name) => {
    const ws = wb.Sheets[name]!
    const range = XLSX.utils.decode_range(ws['!ref'] ?? 'A1')
    const rows: any[] = []
    for (let r = 0; r <= range.e.r; r++) {
      const cells: string[] = []
      for (let c = 0; c <= range.e.c; c++) cells.push(cell(ws[XLSX.utils.encode_cell({ r, c })]).replace(/\u00a0/g, ' '))
      if (cells.some((x) => x.trim() !== '')) rows.push({ number: r + 1, cells })
    }
    return { name, rows }
  })
}
test('score', () => {
  mkdirSync('/tmp/score/out', { recursive: true })
  const cache = new Map<string, any>()
  for (const f of readdirSync(S + 'transcripts')) {
    if (f.startsWith('_') || !f.endsWith('.json')) continue
    const t = JSON.parse(readFileSync(S + 'transcripts/' + f, 'utf8'))
    try {
      if (!cache.has(t.form)) {
        const form = readForm(sheetsOf(`${S}forms/${t.form}.xlsx`), t.form)
        const { survey, problems } = checkDefinition(form.definition!)
        const e = [...form.problems, ...problems].filter((p: any) => p.severity === 'error')
        if (e.length) console.log(t.form, JSON.stringify(e.slice(0, 4)))
        cache.set(t.form, survey)
      }
      const survey = cache.get(t.form)
      const d = new Date(t.now).toISOString()
      const play = playScript(survey, t.answers, {
        today: d.slice(0, 10), now: d.replace('Z', '+00:00'), seed: 0, language: t.language ?? survey.language,
        metadata: { deviceid: 'device-1', username: 'user1', phonenumber: '+10000000000', email: 'user@example.org' },
      })
      writeFileSync('/tmp/score/out/' + f, JSON.stringify(play))
    } catch (e) { console.log(f, String((e as Error).stack).slice(0, 400)) }
  }
}, 100000)
