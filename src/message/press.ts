/** Everything a button can ask for. Ids and numbers only: whether the person may, is checked when it is pressed. */
export type Press =
  | { do: 'find-unit'; page: number }
  | { do: 'open-unit'; unit: number }
  | { do: 'agree'; unit: number }
  | { do: 'decline'; unit: number }
  | { do: 'join'; survey: string; unit: number }
  | { do: 'join-named'; survey: string; unit: number }
  | { do: 'leave'; survey: string; unit: number }
  | { do: 'greet-in'; survey: string; unit: number; language: string }
  | { do: 'answer'; draft: string; question: string; choice: number }
  | { do: 'finish'; draft: string; question: string }
  | { do: 'skip'; draft: string; question: string }
  | { do: 'back'; draft: string; question: string }
  | { do: 'change'; draft: string; question: string }
  | { do: 'keep'; draft: string; question: string }
  | { do: 'more'; draft: string; question: string; more: number }
  | { do: 'ask-remove'; draft: string; question: string }
  | { do: 'remove'; draft: string; question: string; count: number }
  | { do: 'undo'; draft: string; question: string }
  | { do: 'day'; draft: string; question: string; day: string }
  | { do: 'clock'; draft: string; question: string; minutes: number }
  | { do: 'pick'; draft: string; question: string; view: string }
  | { do: 'read-in'; draft: string; language: number }
  | { do: 'nothing' }
  | { do: 'choices'; draft: string; question: string; page: number }
  | { do: 'review'; draft: string; page: number }
  | { do: 'submit'; draft: string }
  | { do: 'continue'; draft: string }
  | { do: 'restart'; draft: string }
  | { do: 'discard'; draft: string }
  | { do: 'no-reminders'; draft: string }
  | { do: 'hear-again' }
  | { do: 'speak'; language: string }
  | { do: 'greet'; unit: number; language: string }
  | { do: 'list-surveys'; page: number }
  | { do: 'list-archive'; page: number }
  | { do: 'survey'; survey: string }
  | { do: 'try-survey'; version: number }
  | { do: 'publish-survey'; survey: string; version: number }
  | { do: 'survey-step'; survey: string; step: string }
  | { do: 'survey-settings'; survey: string }
  | { do: 'survey-set'; survey: string; setting: string; value: string }
  | { do: 'survey-ask'; survey: string; setting: string }
  | { do: 'survey-quotas'; survey: string }
  | { do: 'quota-question'; survey: string; page: number }
  | { do: 'quota-option'; survey: string; question: number; page: number }
  | { do: 'quota-limit'; survey: string; question: number; choice: number }
  | { do: 'quota-remove'; survey: string; quota: string }
  | { do: 'visit'; survey: string; unit: number }
  | { do: 'survey-links'; survey: string; page: number }
  | { do: 'survey-link'; survey: string; unit: number }
  | { do: 'survey-posters'; survey: string }
  | { do: 'survey-media'; survey: string }
  | { do: 'survey-templates' }
  | { do: 'who-am-i' }
  | { do: 'unlink-ask' }
  | { do: 'unlink' }
  | { do: 'roster-import'; version: number; sure: number }
  | { do: 'roster-not' }
  | { do: 'staff'; unit: number; page: number }
  | { do: 'staff-units'; page: number }
  | { do: 'staff-member'; employee: number }
  | { do: 'staff-code'; employee: number }
  | { do: 'staff-unlink-ask'; employee: number }
  | { do: 'staff-unlink'; employee: number }
  | { do: 'roles'; page: number }
  | { do: 'role'; grant: number }
  | { do: 'role-link'; offer: number }
  | { do: 'role-choose' }
  | { do: 'role-units'; page: number }
  | { do: 'role-offer'; role: string; unit: number }
  | { do: 'role-withdraw'; offer: number }
  | { do: 'role-revoke-ask'; grant: number }
  | { do: 'role-revoke'; grant: number }
  | { do: 'role-accept'; code: string }
  | { do: 'role-refuse'; code: string }
  | { do: 'list-results'; page: number }
  | { do: 'show-results'; unit: number; back: number }
  | { do: 'index-units'; period: string; page: number }
  | { do: 'index-periods' }
  | { do: 'index'; unit: number; period: string; back: number }
  | { do: 'holidays'; year: number }
  | { do: 'holiday-list'; year: number; page: number }
  | { do: 'holiday'; day: string; kind: string }
  | { do: 'holiday-confirm'; day: string; kind: string }
  | { do: 'holiday-kind'; day: string; kind: string; to: string }
  | { do: 'holiday-remove'; day: string; kind: string }
  | { do: 'holidays-import' }
  | { do: 'holidays-not' }
  | { do: 'result-surveys'; page: number }
  | { do: 'result-units'; survey: number; period: string; page: number }
  | { do: 'result-periods'; survey: number; unit: number; page: number }
  | ({ do: 'result' } & Selected)
  | ({ do: 'result-questions'; page: number } & Selected)
  | ({ do: 'result-question'; question: string } & Selected)
  | ({ do: 'result-texts'; question: string; page: number } & Selected)
  | ({ do: 'result-change'; question: string } & Selected)
  | ({ do: 'result-splits'; question: string; page: number } & Selected)
  | ({ do: 'result-split'; question: string; by: string; page: number } & Selected)
  | ({ do: 'result-stops'; page: number } & Selected)
  | ({ do: 'result-exports' } & Selected)
  | ({ do: 'export'; format: string } & Selected)
  | { do: 'invitations' }
  | { do: 'invite-me' }
  | { do: 'invite-not' }
  | { do: 'ask-role'; next: number }
  | { do: 'set-role'; role: string; next: number }
  | { do: 'ask-district'; page: number; next: number }
  | { do: 'set-district'; unit: number; next: number }
  | { do: 'ask-office'; page: number; next: number }
  | { do: 'set-office'; unit: number; next: number }
  | { do: 'invited'; broadcast: number; unit: number }
  | { do: 'invited-units'; broadcast: number; page: number }
  | { do: 'join-invited'; survey: string; unit: number; broadcast: number; named: number }
  | { do: 'not-interested' }
  | { do: 'invite-people'; survey: string }
  | { do: 'audience'; broadcast: number }
  | { do: 'audience-role'; broadcast: number; role: string }
  | { do: 'audience-districts'; broadcast: number; page: number }
  | { do: 'audience-district'; broadcast: number; unit: number }
  | { do: 'audience-offices'; broadcast: number; page: number }
  | { do: 'audience-office'; broadcast: number; unit: number }
  | { do: 'audience-answers'; broadcast: number }
  | { do: 'audience-surveys'; broadcast: number; are: string; page: number }
  | { do: 'audience-survey'; broadcast: number; are: string; survey: string }
  | { do: 'broadcast-words'; broadcast: number }
  | { do: 'broadcast-preview'; broadcast: number }
  | { do: 'broadcast-step'; broadcast: number; step: string }
  | { do: 'broadcast-send'; broadcast: number; step: string; seen: string }
  | { do: 'broadcast-at'; broadcast: number; minute: number; seen: string }
  | { do: 'list-broadcasts'; page: number }
  | { do: 'broadcast'; broadcast: number }
  | { do: 'broadcast-details'; broadcast: number; format: string }

/** Whose responses are looked at: unit 0 is all of them, period `all` too. */
interface Selected {
  survey: number
  unit: number
  period: string
}

type Kind = 'id' | 'number'
type FieldsOf<P extends Press> = {
  readonly [K in keyof Omit<P, 'do'>]: P[K] extends number ? 'number' : 'id'
}
type Shapes = { readonly [D in Press['do']]: readonly [tag: string, FieldsOf<Extract<Press, { do: D }>>] }

const SELECTED = { survey: 'number', unit: 'number', period: 'id' } as const

/** One short tag a press, never used again for another meaning: old messages keep their buttons for years. */
export const PRESS_SHAPES: Shapes = {
  'find-unit': ['fu', { page: 'number' }],
  'open-unit': ['ou', { unit: 'number' }],
  agree: ['ag', { unit: 'number' }],
  decline: ['de', { unit: 'number' }],
  join: ['jo', { survey: 'id', unit: 'number' }],
  'join-named': ['jn', { survey: 'id', unit: 'number' }],
  leave: ['le', { survey: 'id', unit: 'number' }],
  'greet-in': ['gi', { survey: 'id', unit: 'number', language: 'id' }],
  answer: ['a', { draft: 'id', question: 'id', choice: 'number' }],
  finish: ['f', { draft: 'id', question: 'id' }],
  skip: ['s', { draft: 'id', question: 'id' }],
  back: ['b', { draft: 'id', question: 'id' }],
  change: ['c', { draft: 'id', question: 'id' }],
  keep: ['k', { draft: 'id', question: 'id' }],
  more: ['m', { draft: 'id', question: 'id', more: 'number' }],
  'ask-remove': ['ar', { draft: 'id', question: 'id' }],
  remove: ['rm', { draft: 'id', question: 'id', count: 'number' }],
  undo: ['un', { draft: 'id', question: 'id' }],
  day: ['dy', { draft: 'id', question: 'id', day: 'id' }],
  clock: ['cl', { draft: 'id', question: 'id', minutes: 'number' }],
  pick: ['pi', { draft: 'id', question: 'id', view: 'id' }],
  'read-in': ['ri', { draft: 'id', language: 'number' }],
  nothing: ['no', {}],
  choices: ['ch', { draft: 'id', question: 'id', page: 'number' }],
  review: ['r', { draft: 'id', page: 'number' }],
  submit: ['su', { draft: 'id' }],
  continue: ['co', { draft: 'id' }],
  restart: ['re', { draft: 'id' }],
  discard: ['di', { draft: 'id' }],
  'no-reminders': ['nr', { draft: 'id' }],
  'hear-again': ['hg', {}],
  speak: ['sp', { language: 'id' }],
  greet: ['gr', { unit: 'number', language: 'id' }],
  'list-surveys': ['ls', { page: 'number' }],
  'list-archive': ['la', { page: 'number' }],
  'try-survey': ['ty', { version: 'number' }],
  'publish-survey': ['ps', { survey: 'id', version: 'number' }],
  survey: ['sv', { survey: 'id' }],
  'survey-step': ['st', { survey: 'id', step: 'id' }],
  'survey-settings': ['se', { survey: 'id' }],
  'survey-set': ['ss', { survey: 'id', setting: 'id', value: 'id' }],
  'survey-ask': ['sa', { survey: 'id', setting: 'id' }],
  'survey-quotas': ['qu', { survey: 'id' }],
  'quota-question': ['qq', { survey: 'id', page: 'number' }],
  'quota-option': ['qo', { survey: 'id', question: 'number', page: 'number' }],
  'quota-limit': ['ql', { survey: 'id', question: 'number', choice: 'number' }],
  'quota-remove': ['qr', { survey: 'id', quota: 'id' }],
  visit: ['vi', { survey: 'id', unit: 'number' }],
  'survey-links': ['sl', { survey: 'id', page: 'number' }],
  'survey-link': ['sq', { survey: 'id', unit: 'number' }],
  'survey-posters': ['sx', { survey: 'id' }],
  'survey-media': ['sm', { survey: 'id' }],
  'survey-templates': ['te', {}],
  'who-am-i': ['sww', {}],
  'unlink-ask': ['swa', {}],
  unlink: ['swu', {}],
  'roster-import': ['sri', { version: 'number', sure: 'number' }],
  'roster-not': ['srn', {}],
  staff: ['sli', { unit: 'number', page: 'number' }],
  'staff-units': ['slx', { page: 'number' }],
  'staff-member': ['slm', { employee: 'number' }],
  'staff-code': ['slc', { employee: 'number' }],
  'staff-unlink-ask': ['sla', { employee: 'number' }],
  'staff-unlink': ['slu', { employee: 'number' }],
  roles: ['rol', { page: 'number' }],
  role: ['rog', { grant: 'number' }],
  'role-link': ['rok', { offer: 'number' }],
  'role-choose': ['roc', {}],
  'role-units': ['rou', { page: 'number' }],
  'role-offer': ['roo', { role: 'id', unit: 'number' }],
  'role-withdraw': ['row', { offer: 'number' }],
  'role-revoke-ask': ['roa', { grant: 'number' }],
  'role-revoke': ['ror', { grant: 'number' }],
  'role-accept': ['roy', { code: 'id' }],
  'role-refuse': ['ron', { code: 'id' }],
  'list-results': ['lr', { page: 'number' }],
  'show-results': ['sr', { unit: 'number', back: 'number' }],
  'index-units': ['iu', { period: 'id', page: 'number' }],
  'index-periods': ['ip', {}],
  index: ['ix', { unit: 'number', period: 'id', back: 'number' }],
  holidays: ['ho', { year: 'number' }],
  'holiday-list': ['hl', { year: 'number', page: 'number' }],
  holiday: ['hd', { day: 'id', kind: 'id' }],
  'holiday-confirm': ['hc', { day: 'id', kind: 'id' }],
  'holiday-kind': ['hk', { day: 'id', kind: 'id', to: 'id' }],
  'holiday-remove': ['hr', { day: 'id', kind: 'id' }],
  'holidays-import': ['hi', {}],
  'holidays-not': ['hn', {}],
  'result-surveys': ['rl', { page: 'number' }],
  'result-units': ['ru', { survey: 'number', period: 'id', page: 'number' }],
  'result-periods': ['rp', { survey: 'number', unit: 'number', page: 'number' }],
  result: ['ro', SELECTED],
  'result-questions': ['rq', { ...SELECTED, page: 'number' }],
  'result-question': ['rf', { ...SELECTED, question: 'id' }],
  'result-texts': ['rt', { ...SELECTED, question: 'id', page: 'number' }],
  'result-change': ['rc', { ...SELECTED, question: 'id' }],
  'result-splits': ['rs', { ...SELECTED, question: 'id', page: 'number' }],
  'result-split': ['rb', { ...SELECTED, question: 'id', by: 'id', page: 'number' }],
  'result-stops': ['rd', { ...SELECTED, page: 'number' }],
  'result-exports': ['rx', SELECTED],
  export: ['ex', { ...SELECTED, format: 'id' }],
  invitations: ['in', {}],
  'invite-me': ['iy', {}],
  'invite-not': ['ino', {}],
  'ask-role': ['iar', { next: 'number' }],
  'set-role': ['isr', { role: 'id', next: 'number' }],
  'ask-district': ['iad', { page: 'number', next: 'number' }],
  'set-district': ['isd', { unit: 'number', next: 'number' }],
  'ask-office': ['iao', { page: 'number', next: 'number' }],
  'set-office': ['iso', { unit: 'number', next: 'number' }],
  invited: ['iv', { broadcast: 'number', unit: 'number' }],
  'invited-units': ['ivu', { broadcast: 'number', page: 'number' }],
  'join-invited': ['ivj', { survey: 'id', unit: 'number', broadcast: 'number', named: 'number' }],
  'not-interested': ['ivn', {}],
  'invite-people': ['bi', { survey: 'id' }],
  audience: ['ba', { broadcast: 'number' }],
  'audience-role': ['bar', { broadcast: 'number', role: 'id' }],
  'audience-districts': ['bad', { broadcast: 'number', page: 'number' }],
  'audience-district': ['bas', { broadcast: 'number', unit: 'number' }],
  'audience-offices': ['bao', { broadcast: 'number', page: 'number' }],
  'audience-office': ['baf', { broadcast: 'number', unit: 'number' }],
  'audience-answers': ['baa', { broadcast: 'number' }],
  'audience-surveys': ['bal', { broadcast: 'number', are: 'id', page: 'number' }],
  'audience-survey': ['bav', { broadcast: 'number', are: 'id', survey: 'id' }],
  'broadcast-words': ['bw', { broadcast: 'number' }],
  'broadcast-preview': ['bp', { broadcast: 'number' }],
  'broadcast-step': ['bs', { broadcast: 'number', step: 'id' }],
  'broadcast-send': ['bn', { broadcast: 'number', step: 'id', seen: 'id' }],
  'broadcast-at': ['bt', { broadcast: 'number', minute: 'number', seen: 'id' }],
  'list-broadcasts': ['bl', { page: 'number' }],
  broadcast: ['bc', { broadcast: 'number' }],
  'broadcast-details': ['bd', { broadcast: 'number', format: 'id' }],
}

const byTag = new Map(
  Object.entries(PRESS_SHAPES).map(([name, [tag, fields]]) => [
    tag,
    { name, fields: Object.entries<Kind>(fields) },
  ]),
)

/** Telegram refuses button data of more bytes. */
const MOST_BYTES = 64

/**
 * A press as the data of a button.
 * @throws RangeError when it could not be read again, or is over 64 bytes: a defect of ours, never of what
 * somebody wrote
 */
export function packPress(press: Press): string {
  const [tag, fields] = PRESS_SHAPES[press.do]
  const values = press as unknown as Record<string, string | number>
  let data: string = tag
  for (const [field, kind] of Object.entries<Kind>(fields)) {
    const value = values[field]
    const isSound = kind === 'id' ? isId(String(value)) : isOurs(Number(value))
    if (!isSound) throw new RangeError(`a button cannot carry ${value} as the ${field} of ${press.do}`)
    data += `.${typeof value === 'number' ? value.toString(36) : value}`
  }
  if (data.length > MOST_BYTES) throw new RangeError(`button data over ${MOST_BYTES} bytes: ${press.do}`)
  return data
}

/** The press that button data stands for; nothing for data that is old, foreign or forged. */
export function unpackPress(data: string): Press | undefined {
  const [tag = '', ...given] = data.split('.')
  const shape = byTag.get(tag)
  if (!shape || given.length !== shape.fields.length) return undefined
  const press: Record<string, string | number> = { do: shape.name }
  for (const [index, [field, kind]] of shape.fields.entries()) {
    const text = given[index] ?? ''
    if (kind === 'id' ? !isId(text) : !isNumber(text)) return undefined
    press[field] = kind === 'id' ? text : Number.parseInt(text, 36)
  }
  return press as unknown as Press
}

const isId = (text: string) => /^[\w-]{1,32}$/.test(text)
const isNumber = (text: string) => /^[0-9a-z]{1,6}$/.test(text) && isOurs(Number.parseInt(text, 36))

/**
 * The largest number that an INTEGER column of PostgreSQL is asked for: a larger one in forged data would make the
 * query fail. Our own ids, pages and counts are smaller; Telegram's ids are larger, and never stand in a button.
 */
const LARGEST = 2_147_483_647
const isOurs = (number: number) => Number.isInteger(number) && number >= 0 && number <= LARGEST
