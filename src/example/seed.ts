import type { Database } from '../database/open.ts'
import { localDay } from '../localTime.ts'
import { publishQuestionnaire } from '../skm/questionnaire.ts'
import { surveyCatalogue } from '../survey/catalogue.ts'
import { versionStore } from '../survey/life/store.ts'
import { periodOf } from '../survey/period.ts'
import { surveyStore } from '../survey/store.ts'
import { unitService } from '../unit/service.ts'
import { unitStore } from '../unit/store.ts'
import { exampleResponse } from './exampleResponse.ts'
import { randomFrom } from './random.ts'
import { EXAMPLE_REGENCY } from './regency.ts'
import { serviceCode } from './serviceCode.ts'

/**
 * Puts the example regency into a database: units, services, and responses marked as examples for the
 * present period. Running it again adds nothing; in a new period it adds that period's examples.
 */
export async function seedExample(database: Database, now: Date, timeZone: string) {
  const units = unitService(unitStore(database))
  const surveys = surveyStore(database)
  const version = await publishQuestionnaire(surveyCatalogue(versionStore(database), units))
  const today = localDay(now, timeZone)
  const period = periodOf(version.survey.period, today)
  const saved: { code: string; name: string }[] = []
  let responses = 0

  for (const example of EXAMPLE_REGENCY) {
    const { code, name, district, population } = example
    const services = example.services.map((service) => ({ code: serviceCode(service), name: service }))
    const unit = await units.save({ code, name, district, population, services })
    saved.push({ code, name })
    // The same seed for the same unit and period: every newcomer sees the same figures.
    const random = randomFrom(`${code} ${period}`)
    const made = Array.from({ length: example.responses }, () => ({
      ...exampleResponse(example, services, random),
      version: version.id,
      unit,
      period,
      finishedOn: today,
      isExample: true,
    }))
    responses += await surveys.addExamples(made)
  }
  return { units: saved, responses }
}
