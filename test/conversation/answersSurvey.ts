import type { Definition, RowDefinition } from '../../src/survey/definition/definition.ts'
import { versionStore } from '../../src/survey/life/store.ts'
import type { Citizen } from './citizen.ts'
import type { House } from './house.ts'

/** Publishes a survey of these questions under the code `uji`. */
export async function publishes(
  { database }: House,
  survey: readonly object[],
  choices: Record<string, readonly string[]> = {},
  settings: object = {},
): Promise<void> {
  const definition: Definition = {
    format: 2,
    settings: { title: { id: 'Survei uji' }, default_language: 'id', ...settings },
    survey: survey as RowDefinition[],
    choices: Object.fromEntries(
      Object.entries(choices).map(([list, labels]) => [
        list,
        labels.map((id, at) => ({ name: `${list}${at + 1}`, label: { id } })),
      ]),
    ),
  }
  await versionStore(database).publish('uji', 'semester', definition)
}

/** From the link to the first question of that survey. */
export async function beginsSurvey(citizen: Citizen): Promise<void> {
  await citizen.opens('s_uji_pkm-muara-tebo')
  await citizen.hears('Survei uji')
  await citizen.presses('Setuju')
}
