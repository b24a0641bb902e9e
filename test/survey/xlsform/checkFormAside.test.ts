import { expect, test } from 'vitest'
import { LIMITS } from '../../../src/spreadsheet/limits.ts'
import { checkForm } from '../../../src/survey/xlsform/checkForm.ts'
import { checkFormAside } from '../../../src/survey/xlsform/checkFormAside.ts'
import { workbookOf } from '../../conversation/spreadsheet.ts'

const context = { today: '2026-11-24', now: '2026-11-24T08:00:00.000+07:00', seed: 1, language: '' }

test.each([
  ['is sound', `type | name | label\n text | nama | Siapa nama Bapak/Ibu?`, true],
  ['has warnings', `type | name | label | hint::English (en)\n text | nama | Nama? | `, true],
  ['has a fault', `type | name | label | relevant\n text | nama | Nama? | \${tidak_ada} = 1`, false],
])('a form that %s is told the same as in this process', async (_, survey, isSound) => {
  const bytes = await workbookOf({ survey })
  const here = await checkForm(bytes, context, 'Pasar')
  const aside = await checkFormAside(bytes, context, 'Pasar')
  if ('problem' in here || 'problem' in aside) throw new Error('it is a spreadsheet')
  expect(aside.problems).toEqual(here.problems)
  expect(aside.definition).toEqual(isSound ? here.definition : undefined)
  expect(aside.definition !== undefined).toBe(isSound)
})

test.each([
  ['no spreadsheet', Buffer.from('a letter'), { code: 'text' }],
  ['empty', Buffer.alloc(0), { code: 'empty' }],
  ['too large', Buffer.alloc(LIMITS.bytes + 1), { code: 'too_large', megabytes: 10 }],
])('what is %s is told as that', async (_, bytes, problem) => {
  expect(await checkFormAside(bytes, context, 'x')).toEqual({ problem })
})
