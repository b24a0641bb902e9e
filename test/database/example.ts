import type { Database } from '../../src/database/open.ts'

/** An office with a published survey and one open draft: the least that answers can be stored in. */
export async function openExampleDraft({ client }: Database, draft = 'draft-1'): Promise<string> {
  const unit = await client.unit.upsert({
    where: { code: 'dukcapil' },
    create: { code: 'dukcapil', name: 'Dinas Kependudukan' },
    update: {},
  })
  const survey = await client.survey.upsert({
    where: { code: 'skm' },
    create: { code: 'skm', period: 'quarter', versions: { create: { number: 1, definition: '{}' } } },
    update: {},
    include: { versions: true },
  })
  await client.draft.create({
    data: {
      id: draft,
      respondent: `respondent of ${draft}`,
      person: `person of ${draft}`,
      versionId: survey.versions[0]?.id ?? 0,
      unitId: unit.id,
      period: '2026-Q1',
      focusedAt: new Date('2026-01-31T01:02:03.456Z'),
    },
  })
  return draft
}

/** The statement by which one answer is stored. */
export const insertAnswer = `INSERT INTO "DraftAnswer" ("draftId", "position", "updateId", "path", "value", "reopens")
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
