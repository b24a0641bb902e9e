import type { METADATA, QuestionType } from '../definition/definition.ts'

/** What a type without a list makes of its row. */
export type PlainType =
  | {
      is: 'question'
      type: Exclude<QuestionType, 'select_one' | 'select_multiple' | 'rank' | 'metadata'>
      /** What the type itself allows. */
      constraint?: string
    }
  | { is: 'metadata'; preload: (typeof METADATA)[number] }
  | { is: 'file' }
  | { is: 'setting'; setting: 'form_title' | 'form_id' | 'prefix' }
  | { is: 'unsupported'; code: 'no_drawing' | 'no_map_data' | 'no_include' | 'no_cascading_select' }

const question = (type: (PlainType & { is: 'question' })['type'], constraint?: string): PlainType => ({
  is: 'question',
  type,
  ...(constraint !== undefined && { constraint }),
})
const metadata = (preload: (typeof METADATA)[number]): PlainType => ({ is: 'metadata', preload })

const NAMES: readonly [PlainType, readonly string[]][] = [
  [question('text'), ['text', 'string', 'q string', 'add text prompt']],
  [question('text', "regex(., '^\\d*$')"), ['phone number']],
  [question('integer'), ['integer', 'int', 'q int', 'add integer prompt']],
  [question('integer', '0 <= . and . <= 100'), ['percentage']],
  [question('integer', '0 <= . and . <= 31'), ['number of days in last month']],
  [question('integer', '0 <= . and . <= 183'), ['number of days in last six months']],
  [question('integer', '0 <= . and . <= 365'), ['number of days in last year']],
  [question('decimal'), ['decimal', 'q decimal', 'add decimal prompt']],
  [question('date'), ['date', 'q date', 'add date prompt']],
  [question('time'), ['time', 'q time', 'add time prompt']],
  [
    question('dateTime'),
    [
      'dateTime',
      'datetime',
      'date time',
      'q dateTime',
      'q date time',
      'add dateTime prompt',
      'add date time prompt',
    ],
  ],
  [question('geopoint'), ['geopoint', 'location', 'gps', 'q geopoint', 'q location', 'add location prompt']],
  [question('barcode'), ['barcode', 'q barcode', 'add barcode prompt']],
  [question('image'), ['image', 'photo', 'q picture', 'q image', 'add image prompt', 'add photo prompt']],
  [question('audio'), ['audio', 'q audio', 'add audio prompt']],
  [question('video'), ['video', 'q video', 'add video prompt']],
  [question('file'), ['file', 'add file prompt']],
  [question('range'), ['range']],
  [question('note'), ['note', 'q note', 'add note prompt']],
  [question('acknowledge'), ['acknowledge', 'trigger', 'q acknowledge', 'add acknowledge prompt']],
  [question('calculate'), ['calculate', 'q calculate', 'add calculate prompt']],
  [question('hidden'), ['hidden']],
  [metadata('start'), ['start', 'start time', 'get start time']],
  [metadata('end'), ['end', 'end time', 'get end time']],
  [metadata('today'), ['today', 'get today']],
  [metadata('deviceid'), ['deviceid', 'device id', 'imei', 'get device id', 'uri:deviceid']],
  [metadata('username'), ['username', 'uri:username']],
  [metadata('phonenumber'), ['phonenumber', 'get phone number', 'uri:phonenumber']],
  [metadata('email'), ['email', 'uri:email']],
  [metadata('simserial'), ['simserial', 'sim id', 'get sim id', 'uri:simserial']],
  [metadata('subscriberid'), ['subscriberid', 'subscriber id', 'get subscriber id', 'uri:subscriberid']],
  [metadata('audit'), ['audit']],
  [metadata('start-geopoint'), ['start-geopoint', 'background-geopoint']],
  [metadata('background-audio'), ['background-audio']],
  [{ is: 'file' }, ['csv-external', 'xml-external']],
  [{ is: 'setting', setting: 'form_title' }, ['form_title', 'set form title', 'set_form_title']],
  [{ is: 'setting', setting: 'form_id' }, ['form_id', 'set form id', 'set_form_id']],
  [{ is: 'setting', setting: 'prefix' }, ['prefix']],
  [{ is: 'unsupported', code: 'no_drawing' }, ['geoshape', 'geotrace']],
  [{ is: 'unsupported', code: 'no_map_data' }, ['osm']],
  [{ is: 'unsupported', code: 'no_include' }, ['include']],
  [{ is: 'unsupported', code: 'no_cascading_select' }, ['cascading select', 'cascading_select']],
]

/**
 * Types that stand alone in their cell, by every name that pyxform knows; upper and lower case are not the same there.
 * @see pyxform's question_type_dictionary
 */
export const QUESTION_TYPES: ReadonlyMap<string, PlainType> = new Map(
  NAMES.flatMap(([type, names]) => names.map((name) => [name, type] as const)),
)
