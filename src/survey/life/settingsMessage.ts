import { longDate } from '../../dates.ts'
import { clip } from '../../message/clip.ts'
import type { Button, Message } from '../../message/message.ts'
import { formatNumber } from '../../numbers.ts'
import type { Speak } from '../../texts.ts'
import { PERIOD_KINDS } from '../period.ts'
import type { SurveyCard } from './service.ts'
import type { SurveySettings } from './surveySettings.ts'

const PARTICIPATION = ['once', 'period', 'unlimited'] as const

/** Settings that are typed rather than pressed. */
export const TYPED_SETTINGS = ['opensOn', 'closesOn', 'target'] as const
export type TypedSetting = (typeof TYPED_SETTINGS)[number]

/** What can be set of a survey; a press brings the next value, or asks for one. */
export function settingsMessage(speak: Speak, { info, title }: SurveyCard): Message {
  const { code: survey } = info
  const day = (value: string | undefined) =>
    value === undefined ? speak.plain('life.anyDay') : longDate(value, speak.language)
  const toggle = (text: string, setting: string, value: string): Button[] => [
    { text, press: { do: 'survey-set', survey, setting, value } },
  ]
  const ask = (text: string, setting: TypedSetting): Button[] => [
    { text, press: { do: 'survey-ask', survey, setting } },
  ]
  const { participation, period, isNamed, isPerUnit, target } = info
  const value = (words: string) => ({ value: words })
  return {
    html: speak.html('life.settingsTitle', { title: clip(title, 200) }),
    buttons: [
      toggle(
        speak.plain('life.setParticipation', value(speak.plain(`participation.${participation}`))),
        'participation',
        after(PARTICIPATION, participation),
      ),
      toggle(
        speak.plain('life.setPeriod', value(speak.plain(`periodKind.${period}`))),
        'period',
        after(PERIOD_KINDS, period),
      ),
      toggle(
        speak.plain('life.setNaming', value(speak.plain(`naming.${isNamed ? 'named' : 'anonymous'}`))),
        'isNamed',
        isNamed ? 'no' : 'yes',
      ),
      toggle(
        speak.plain('life.setScope', value(speak.plain(`surveyScope.${isPerUnit ? 'unit' : 'regency'}`))),
        'isPerUnit',
        isPerUnit ? 'no' : 'yes',
      ),
      ask(speak.plain('life.setOpens', value(day(info.opensOn))), 'opensOn'),
      ask(speak.plain('life.setCloses', value(day(info.closesOn))), 'closesOn'),
      ask(
        speak.plain(
          'life.setTarget',
          value(target === undefined ? speak.plain('life.noTarget') : formatNumber(target, speak.language)),
        ),
        'target',
      ),
      [
        {
          text: speak.plain('quota.open', value(formatNumber(info.quotas.length, speak.language))),
          press: { do: 'survey-quotas', survey },
        },
      ],
      [{ text: speak.plain('life.back'), press: { do: 'survey', survey } }],
    ],
  }
}

const after = <T>(values: readonly T[], now: T): T => values[(values.indexOf(now) + 1) % values.length] as T

/** The setting that a button asks for; nothing for what no button of ours asks. */
export function pressedSetting(setting: string, value: string): SurveySettings | undefined {
  const isYes = value === 'yes'
  if (setting === 'isNamed') return { isNamed: isYes }
  if (setting === 'isPerUnit') return { isPerUnit: isYes }
  const participation = PARTICIPATION.find((each) => each === value)
  if (setting === 'participation' && participation) return { participation }
  const period = PERIOD_KINDS.find((each) => each === value)
  return setting === 'period' && period ? { period } : undefined
}
