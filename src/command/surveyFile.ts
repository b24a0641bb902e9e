import { readFile } from 'node:fs/promises'
import { localDay, localMoment } from '../localTime.ts'
import { OperatorProblem } from '../operatorProblem.ts'
import type { Context } from '../survey/interview/answers.ts'

/** @throws OperatorProblem naming the file that cannot be read */
export async function readFormFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (fault) {
    throw new OperatorProblem(`${file} cannot be read (${(fault as NodeJS.ErrnoException).code})`)
  }
}

/** What ODK's own engines are told of a device when forms are tried on them. */
const DEVICE = {
  deviceid: 'device-1',
  username: 'user1',
  phonenumber: '+10000000000',
  email: 'user@example.org',
}

/**
 * The surroundings of a form that is tried on the command line.
 * @param seed what random orders follow from; with 0 every random number is 0.5
 */
export function trialContext(given: {
  timeZone: string
  now?: Date
  seed?: number
  language?: string
}): Context {
  const { timeZone, now = new Date(), seed = 1, language = '' } = given
  return {
    today: localDay(now, timeZone),
    now: localMoment(now, timeZone),
    seed,
    language,
    metadata: DEVICE,
  }
}
