import fc from 'fast-check'
import { expect, test } from 'vitest'
import { surveyLink } from '../../../src/survey/link/surveyLink.ts'
import { linkPayload, readPayload, SURVEY_CODE } from '../../../src/survey/visitCode.ts'

test.each([
  ['skm', 'dukcapil', { link: 'https://t.me/bot?start=s_skm_dukcapil' }],
  ['skm', undefined, { link: 'https://t.me/bot?start=s_skm' }],
  ['skm', 'pkm-muara-tebo', { link: 'https://t.me/bot?start=s_skm_pkm-muara-tebo' }],
  ['skm', 'unit_lama', { link: 'https://t.me/bot?start=s_skm_unit_lama' }],
  ['skm', '_', { link: 'https://t.me/bot?start=s_skm__' }],
  ['skm', 'dinas sosial', { problem: 'characters' }],
  ['skm', 'rsud/1', { problem: 'characters' }],
  ['skm', 'kota-é', { problem: 'characters' }],
  ['skm', '', { problem: 'characters' }],
  ['a'.repeat(30), 'b'.repeat(31), { link: `https://t.me/bot?start=s_${'a'.repeat(30)}_${'b'.repeat(31)}` }],
  ['a'.repeat(30), 'b'.repeat(32), { problem: 'too_long' }],
])('the link of %s at %s is %j', (survey, unit, made) => {
  expect(surveyLink('bot', survey, unit)).toEqual(made)
})

const survey = fc.stringMatching(SURVEY_CODE)
const unit = fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,70}$/), fc.string({ minLength: 1 }))

test('a link opens the survey and the unit it was made for, or there is none', () => {
  fc.assert(
    fc.property(survey, fc.option(unit, { nil: undefined }), (code, at) => {
      const made = surveyLink('bot', code, at)
      const payload = linkPayload(code, at)
      const isSound = /^[A-Za-z0-9_-]{1,64}$/.test(payload)
      expect('link' in made).toBe(isSound)
      if ('problem' in made) return
      expect(made.link).toBe(`https://t.me/bot?start=${payload}`)
      expect(readPayload(payload)).toEqual({ survey: code, ...(at !== undefined && { unit: at }) })
    }),
  )
})

test('whatever stands behind the start of a link is read without a fault', () => {
  fc.assert(
    fc.property(fc.string(), (payload) => {
      const read = readPayload(payload)
      if (read) expect(read.survey).not.toContain('_')
    }),
  )
})
