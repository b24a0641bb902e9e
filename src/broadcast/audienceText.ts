import { clip } from '../message/clip.ts'
import { titleOf } from '../survey/titleOf.ts'
import type { Speak } from '../texts.ts'
import type { BroadcastFacts } from './facts.ts'

const LONGEST_NAME = 60

/** Who a broadcast goes to, in words: `ASN · Kecamatan Sumay · belum mengisi “Survei Pasar”`. */
export function audienceText(speak: Speak, { broadcast, office, answered }: BroadcastFacts): string {
  const { role, district, unit, answers } = broadcast.audience
  const parts = [
    role && speak.plain(`personRole.${role}`),
    district && speak.plain('broadcast.inDistrict', { district }),
    unit !== undefined && (office ? clip(office.name, LONGEST_NAME) : speak.plain('broadcast.goneOffice')),
    answers &&
      speak.plain(`answerState.${answers.are}`, {
        survey: clip(answered ? titleOf(speak, answered) : answers.survey, LONGEST_NAME),
      }),
  ].filter(Boolean)
  return parts.length > 0 ? parts.join(' · ') : speak.plain('broadcast.everybody')
}
