import fc, { type Arbitrary } from 'fast-check'
import {
  type Choice,
  type Definition,
  METADATA,
  type RowDefinition,
  type Words,
} from '../../../src/survey/definition/definition.ts'

const LANGUAGES = ['id', 'English (en)', 'default', 'Français', 'jv']

/** Texts as a cell keeps them: no white space around, no no-break spaces. */
const text = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      'Siapa nama “Bapak/Ibu”?',
      'dua  spasi',
      'baris\nbaru',
      '100 %',
      `Halo \${nama}`,
      '=1+1',
      '-',
      'ya',
    ),
  )
  .map((each) => each.replaceAll('\u00a0', ' ').replaceAll(`\${`, '$').trim())
  .filter((each) => each !== '')
const name = fc
  .stringMatching(/^[a-z_][a-z0-9_.-]{0,8}$/)
  .filter((each) => each !== 'meta' && each !== 'data')
const fileName = fc.constantFrom('gambar.jpg', 'suara 1.mp3', 'peta.png')
const expression = fc.constantFrom(
  `\${usia} > 17 and not(selected(\${hobi}, 'lari'))`,
  '. >= 1 and . <= 5',
  `today() - \${lahir}`,
  "regex(., '[A-Z]{2}')",
  "../nama != ''",
  `kota = \${kota}`,
  `if(\${a} = "x", 1, 2)`,
)
const appearance = fc.constantFrom('minimal', 'field-list', 'w1 multiline')

/** A definition that a spreadsheet can hold, with every kind of row in it. */
export const arbitraryDefinition: Arbitrary<Definition> = fc
  .uniqueArray(fc.constantFrom(...LANGUAGES), { minLength: 1, maxLength: 3 })
  .chain((languages) => {
    const [main = 'id', ...others] = languages
    return definitionIn(main, others)
  })

function definitionIn(main: string, others: readonly string[]): Arbitrary<Definition> {
  const wordsOf = (said: Arbitrary<string>): Arbitrary<Words> =>
    fc
      .tuple(said, fc.array(fc.option(said), { minLength: others.length, maxLength: others.length }))
      .map(([own, translated]) => {
        const entries = others.flatMap((language, at) => {
          const each = translated[at]
          return typeof each === 'string' ? [[language, each] as const] : []
        })
        return Object.fromEntries([[main, own], ...entries])
      })
  const words = wordsOf(text)
  const media = fc
    .record(
      {
        image: wordsOf(fileName),
        'big-image': wordsOf(fileName),
        audio: wordsOf(fileName),
        video: wordsOf(fileName),
      },
      { requiredKeys: [] },
    )
    .filter((kinds) => Object.keys(kinds).length > 0)

  const choice: Arbitrary<Choice> = fc.record(
    {
      name: fc.stringMatching(/^[a-z0-9_>=-]{1,6}$/),
      label: words,
      media,
      columns: fc
        .dictionary(fc.constantFrom('kota', 'kecamatan', 'urutan', 'constructor'), text)
        .filter((columns) => Object.keys(columns).length > 0)
        .map((columns) => ({ ...columns })),
      retired: fc.constant(true as const),
    },
    { requiredKeys: ['name'] },
  )
  const choices = fc.dictionary(
    fc.constantFrom('ya_tidak', 'kota', 'skala', 'toString'),
    fc.array(choice, { minLength: 1, maxLength: 4 }),
    { noNullPrototype: true },
  )

  const flag = fc.oneof(fc.constant(true as const), expression)
  const optional = {
    short_label: words,
    hint: words,
    guidance_hint: words,
    media,
    read_only: flag,
    required: flag,
    required_message: words,
    constraint: expression,
    constraint_message: words,
    calculation: expression,
    relevant: expression,
    trigger: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }),
    default: fc.constantFrom('3', '2026-03-15', 'today()', `\${usia} + 1`, 'a b'),
    appearance,
  }
  const asked = <T extends Record<string, Arbitrary<unknown>>>(own: T, required: (keyof T & string)[] = []) =>
    fc.record(
      { name, label: words, ...optional, ...own },
      { requiredKeys: ['name', 'label', 'type' as never, ...(required as never[])] },
    ) as Arbitrary<RowDefinition>

  const randomize = fc.oneof(
    fc.constant({ randomize: 'true' }),
    fc.constantFrom('42', '-1.5', `\${usia}`).map((seed) => ({ randomize: 'true', seed })),
  )
  const select = asked(
    {
      type: fc.constantFrom('select_one', 'select_multiple', 'rank'),
      list: fc.constantFrom('ya_tidak', 'kota', 'toString', 'tidak_ada', 'unit_services'),
      choice_filter: expression,
      open: fc.constant(true as const),
      parameters: randomize,
    },
    ['list'],
  )
  const leaves: Arbitrary<RowDefinition> = fc.oneof(
    select,
    asked({
      type: fc.constantFrom(
        'integer',
        'decimal',
        'date',
        'time',
        'dateTime',
        'barcode',
        'acknowledge',
        'note',
      ),
    }),
    asked({ type: fc.constant('text'), parameters: fc.constant({ rows: '3' }) }),
    asked({ type: fc.constant('geopoint'), parameters: fc.constant({ 'capture-accuracy': '10' }) }),
    asked({
      type: fc.constant('image'),
      parameters: fc.constant({ 'max-pixels': '1000' }),
      default: fc.constant(undefined),
    }).map(({ default: _, ...row }: RowDefinition & { default?: unknown }) => row as RowDefinition),
    asked(
      {
        type: fc.constant('range'),
        parameters: fc.constantFrom({ start: 1, end: 5, step: 0.5 }, { start: 10, end: -10, step: 2 }),
      },
      ['parameters'],
    ),
    asked({ type: fc.constant('calculate') }, ['calculation' as never]),
    asked({ type: fc.constant('hidden') }),
    fc.record(
      {
        type: fc.constant('metadata' as const),
        preload: fc.constantFrom(...METADATA),
        name,
        relevant: expression,
      },
      { requiredKeys: ['type', 'preload', 'name'] },
    ),
  )
  const head = { name, label: words, relevant: expression, appearance }
  const { row } = fc.letrec<{ row: RowDefinition; container: RowDefinition }>((tie) => ({
    row: fc.oneof({ maxDepth: 4, depthSize: 'small' }, leaves, tie('container')),
    container: fc.oneof(
      fc.record(
        { type: fc.constant('group' as const), ...head, children: fc.array(tie('row'), { maxLength: 4 }) },
        { requiredKeys: ['type', 'name', 'children'] },
      ),
      fc.record(
        {
          type: fc.constant('repeat' as const),
          ...head,
          repeat_count: name.map((each) => `\${${each}}`),
          children: fc.array(tie('row'), { maxLength: 4 }),
        },
        { requiredKeys: ['type', 'name', 'children'] },
      ),
    ),
  }))
  const first = asked({ type: fc.constant('text') })
  return fc.record({
    format: fc.constant(2 as const),
    settings: fc.record(
      {
        title: words,
        form_id: name,
        version: fc.constantFrom('1', '2026-03'),
        default_language: fc.constant(main),
        random_order: fc.constant(true as const),
      },
      { requiredKeys: ['title', 'default_language'] },
    ),
    survey: fc.tuple(first, fc.array(row, { maxLength: 6 })).map(([one, more]) => [one, ...more]),
    choices,
  })
}
