import { expect, test } from 'vitest'
import { listNodes } from '../../../src/survey/interview/listNodes.ts'
import { surveyOf } from '../asking.ts'

const survey = surveyOf({ type: 'select_one', name: 'desa', list: 'desa' })

test('the choices of a version are made for expressions once, in each language', () => {
  const nodes = listNodes(survey, 'desa', 'id')
  expect(listNodes(survey, 'desa', 'id')).toBe(nodes)
  expect(listNodes(survey, 'desa', 'en')).not.toBe(nodes)
  expect(nodes.map((node) => node.children('kecamatan')[0]?.value())).toEqual(['ilir', 'ilir', 'ulu'])
  expect(listNodes(survey, 'tidak ada', 'id')).toEqual([])
})

test.each(['name', 'label', 'itextId', 'kecamatan', 'tidak_ada', 'constructor', '__proto__'])(
  'the text of the column %s is that of the node that a path would walk to',
  (column) => {
    const nodes = listNodes(survey, 'desa', 'id')
    expect(nodes.map((node) => node.textOf?.(column))).toEqual(
      nodes.map((node) => node.children(column)[0]?.value()),
    )
    expect(nodes.some((node) => node.textOf?.(column) !== undefined)).toBe(
      ['name', 'label', 'itextId', 'kecamatan'].includes(column),
    )
  },
)
