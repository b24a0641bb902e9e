import { readDate } from '../answer/readDate.ts'
import { readNumber } from '../answer/readNumber.ts'
import type { SurveyInfo } from '../surveyInfo.ts'
import type { TypedSetting } from './settingsMessage.ts'
import type { SurveySettings } from './surveySettings.ts'

const NONE = new Set(['-', 'tidak ada', 'kosong', 'none'])
const LARGEST_TARGET = 10_000_000

/**
 * A typed setting of a survey.
 * @returns the setting, or the key of the text that says what is wrong
 */
export function readSetting(
  setting: TypedSetting,
  typed: string,
  info: SurveyInfo,
  today: string,
): { settings: SurveySettings } | { problem: 'life.badDate' | 'life.badOrder' | 'life.badTarget' } {
  const text = typed.trim().toLowerCase()
  if (NONE.has(text)) return { settings: { [setting]: null } }
  if (setting === 'target') {
    const reading = readNumber('integer', text)
    const target = 'value' in reading ? Number(reading.value) : 0
    return target >= 1 && target <= LARGEST_TARGET ? { settings: { target } } : { problem: 'life.badTarget' }
  }
  const day = readDate(text, today)
  if (!day) return { problem: 'life.badDate' }
  const opensOn = setting === 'opensOn' ? day : info.opensOn
  const closesOn = setting === 'closesOn' ? day : info.closesOn
  if (opensOn !== undefined && closesOn !== undefined && opensOn > closesOn)
    return { problem: 'life.badOrder' }
  return { settings: { [setting]: day } }
}
