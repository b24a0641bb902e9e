import type { Database } from '../../src/database/open.ts'
import { randomId, respondents } from '../../src/survey/respondent.ts'

/** What a database of the first release holds, as that release wrote it. */
export const FIRST_RELEASE = '20261123211724_survey'

const words = (id: string) => ({ id })
const choice = (name: string) => ({ name, label: words(name.toUpperCase()) })

/** A questionnaire in the shape of the first release: everything that shape could say. */
export const EARLIER_DEFINITION = {
  settings: { title: words('Survei lama'), default_language: 'id' },
  survey: [
    { type: 'select_one', name: 'layanan', list: 'unit_services', label: words('Layanan?') },
    { type: 'integer', name: 'usia', min: 10, max: 110, label: words('Usia?') },
    { type: 'yes_no', name: 'disabilitas', required: false, label: words('Disabilitas?') },
    { type: 'note', name: 'catatan', label: words('Sekarang tentang pelayanan.') },
    { type: 'select_multiple', name: 'alasan', list: 'alasan', label: words('Alasan?') },
    { type: 'calculate', name: 'dewasa', calculation: `if(\${usia} >= 17, 'ya', 'tidak')` },
    { type: 'text', name: 'wali', relevant: `\${dewasa} = 'tidak'`, label: words('Wali?') },
    {
      type: 'date',
      name: 'kunjungan',
      min: '2026-01-01',
      constraint: '. <= today()',
      label: words('Kapan?'),
    },
    { type: 'decimal', name: 'biaya', min: 0, required: `\${disabilitas} = 'yes'`, label: words('Biaya?') },
    { type: 'text', name: 'saran', maxLength: 20, required: false, label: words('Saran?') },
  ],
  choices: { alasan: [choice('dekat'), { ...choice('murah'), retired: true }, choice('cepat')] },
}

interface Opening {
  secretKey: string
  person: number
}

/**
 * Fills a database of the first release: a unit with services, a published survey, a response, and a draft in which
 * two questions are answered, one was changed, and of several choices one is ticked.
 */
export async function fillFirstRelease(
  { write }: Database,
  { secretKey, person }: Opening,
): Promise<{ draft: string }> {
  const { person: nameOf, respondent } = respondents(secretKey)
  const [unit, survey, version] = [1, 1, 1]
  await write(
    `INSERT INTO "Unit" ("id", "code", "name", "population") VALUES (?, 'dukcapil', 'Dinas Dukcapil', 900)`,
    [unit],
  )
  await write(
    `INSERT INTO "Service" ("id", "unitId", "code", "name", "position") VALUES (1, ?, 'ktp', 'KTP', 0)`,
    [unit],
  )
  await write(`INSERT INTO "Survey" ("id", "code", "period") VALUES (?, 'skm', 'semester')`, [survey])
  const definition = JSON.stringify(EARLIER_DEFINITION)
  await write(`INSERT INTO "SurveyVersion" ("id", "surveyId", "number", "definition") VALUES (?, ?, 1, ?)`, [
    version,
    survey,
    definition,
  ])
  const draft = randomId()
  const period = '2026-S2'
  await write(
    `INSERT INTO "Draft" ("id", "respondent", "person", "versionId", "unitId", "period", "focusedAt") VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [
      draft,
      respondent(person, { survey, unit, period }),
      nameOf(person),
      version,
      unit,
      period,
      new Date('2026-11-22T01:02:03.456Z'),
    ],
  )
  const acts: [path: string, value: string | null, reopens: boolean][] = [
    ['layanan', 'ktp', false],
    ['usia', '61', false],
    ['usia', '61', true],
    ['usia', '16', false],
    ['disabilitas', '', false],
    ['alasan', 'cepat', true],
  ]
  for (const [position, [path, value, reopens]] of acts.entries())
    await write(
      `INSERT INTO "DraftAnswer" ("draftId", "position", "updateId", "path", "value", "reopens") VALUES (?, ?, ?, ?, ?, ?)`,
      [draft, position, 100 + position, path, value, reopens],
    )
  await write(
    `INSERT INTO "Response" ("id", "versionId", "unitId", "period", "finishedOn", "language", "answers", "isExample") VALUES (?, ?, ?, ?, '2026-11-20', 'id', ?, ?)`,
    [randomId(), version, unit, period, JSON.stringify({ layanan: 'ktp', usia: '35' }), false],
  )
  await write(`INSERT INTO "Participation" ("respondent") VALUES (?)`, [
    respondent(person + 1, { survey, unit, period }),
  ])
  await write(`INSERT INTO "Person" ("id", "language") VALUES (?, 'en')`, [person])
  return { draft }
}
