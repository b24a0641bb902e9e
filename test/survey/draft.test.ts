import { expect, test } from 'vitest'
import { applyAct, type DraftAct, emptyDraft } from '../../src/survey/draft.ts'

test('a draft is what was done in it, in order', () => {
  const draft = emptyDraft({
    id: 'd',
    person: 'p',
    respondent: 'r',
    version: 1,
    unit: 1,
    period: '2026-S2',
  })
  const acts: Omit<DraftAct, 'position' | 'updateId'>[] = [
    { path: 'usia', value: '35', reopens: false },
    { path: 'layanan', value: 'ktp', reopens: true },
    { path: 'usia', value: '35', reopens: true },
    { path: 'usia', value: '36', reopens: false },
    { path: 'layanan', value: '', reopens: false },
    { path: 'saran', value: null, reopens: true, kept: { jam: '08:30' }, dropped: ['layanan'] },
  ]
  const open = acts.map((act, position) => {
    applyAct(draft, { ...act, position, updateId: 100 + position })
    return draft.open
  })
  expect(open).toEqual([undefined, 'layanan', 'usia', undefined, undefined, 'saran'])
  expect([...draft.values]).toEqual([['usia', '36']])
  expect([...draft.kept]).toEqual([['jam', '08:30']])
  expect(draft.lastPath).toBe('saran')
  expect(draft.nextPosition).toBe(6)
  expect(draft.seen.has(100) && draft.seen.has(105) && !draft.seen.has(106)).toBe(true)
})
