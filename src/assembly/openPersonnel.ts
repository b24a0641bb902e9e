import { randomBytes, randomInt } from 'node:crypto'
import { roleStore } from '../role/store.ts'
import { openStaff } from '../staff/openStaff.ts'
import { registrationStore } from '../staff/registration/store.ts'
import { rosterStore } from '../staff/roster/store.ts'
import { staffStore } from '../staff/store.ts'
import { asksForFile } from '../survey/life/asksForFile.ts'
import { randomId } from '../survey/respondent.ts'
import type { Ground } from './openGround.ts'
import type { Surveys } from './openSurveys.ts'

export type Personnel = ReturnType<typeof openPersonnel>

/** Civil servants and what people may do, with where they are kept and where chance comes from. */
export function openPersonnel(ground: Ground, { surveys }: Surveys) {
  const { database, config, units, outbox, files, turns, isAdmin, me, clock, timeZone, log } = ground
  return openStaff({
    ...{ store: staffStore(database), registrationStore: registrationStore(database) },
    ...{ rosterStore: rosterStore(database), roleStore: roleStore(database) },
    ...{ units, outbox, files, turns, isAdmin, asksForFile: (person) => asksForFile(surveys, person) },
    ...{ secretKey: config.secretKey, randomBelow: randomInt, randomId },
    randomCode: () => randomBytes(16).toString('base64url'),
    ...{ bot: me.username, clock, timeZone, log },
  })
}
