/** Words in the languages of the interface. */
type Bilingual = { id: string; en: string }

/** One element (unsur) of public service that people judge, from the worst answer word (1) to the best (4). */
export interface Element {
  readonly key: string
  readonly name: Bilingual
  readonly question: Bilingual
  readonly answers: readonly [Bilingual, Bilingual, Bilingual, Bilingual]
}

/**
 * The nine elements in the regulation's order, U1 to U9. Many printed questionnaires swap the last two:
 * there U8 is sarana and U9 pengaduan. Answers are therefore kept by key.
 * @see PermenPANRB 14/2017, annex
 */
export const ELEMENTS: readonly Element[] = [
  element({
    key: 'persyaratan',
    name: ['Persyaratan', 'Requirements'],
    about: [
      'kesesuaian persyaratan pelayanan dengan jenis pelayanannya',
      'how well the requirements suit the kind of service',
    ],
    answers: [
      ['Tidak sesuai', 'Not suitable'],
      ['Kurang sesuai', 'Less suitable'],
      ['Sesuai', 'Suitable'],
      ['Sangat sesuai', 'Very suitable'],
    ],
  }),
  element({
    key: 'prosedur',
    name: ['Sistem, Mekanisme, dan Prosedur', 'System, Mechanism and Procedure'],
    about: ['kemudahan prosedur pelayanan di unit ini', 'how easy the service procedure of this unit is'],
    answers: [
      ['Tidak mudah', 'Not easy'],
      ['Kurang mudah', 'Less easy'],
      ['Mudah', 'Easy'],
      ['Sangat mudah', 'Very easy'],
    ],
  }),
  element({
    key: 'waktu',
    name: ['Waktu Penyelesaian', 'Completion Time'],
    about: ['kecepatan waktu dalam memberikan pelayanan', 'how quickly the service is given'],
    answers: [
      ['Tidak cepat', 'Not quick'],
      ['Kurang cepat', 'Less quick'],
      ['Cepat', 'Quick'],
      ['Sangat cepat', 'Very quick'],
    ],
  }),
  element({
    key: 'biaya',
    name: ['Biaya/Tarif', 'Cost/Fee'],
    about: ['kewajaran biaya/tarif dalam pelayanan', 'how fair the cost/fee of the service is'],
    answers: [
      ['Sangat mahal', 'Very expensive'],
      ['Cukup mahal', 'Rather expensive'],
      ['Murah', 'Cheap'],
      ['Gratis', 'Free of charge'],
    ],
  }),
  element({
    key: 'produk',
    name: ['Produk Spesifikasi Jenis Pelayanan', 'Product Specification of the Service'],
    about: [
      'kesesuaian produk pelayanan antara standar pelayanan dengan hasil yang diberikan',
      'how well the result given agrees with the service standard',
    ],
    answers: [
      ['Tidak sesuai', 'Does not agree'],
      ['Kurang sesuai', 'Agrees in part'],
      ['Sesuai', 'Agrees'],
      ['Sangat sesuai', 'Agrees fully'],
    ],
  }),
  element({
    key: 'kompetensi',
    name: ['Kompetensi Pelaksana', 'Competence of Staff'],
    about: [
      'kompetensi/kemampuan petugas dalam pelayanan',
      'the competence/ability of the staff in the service',
    ],
    answers: [
      ['Tidak kompeten', 'Not competent'],
      ['Kurang kompeten', 'Less competent'],
      ['Kompeten', 'Competent'],
      ['Sangat kompeten', 'Very competent'],
    ],
  }),
  element({
    key: 'perilaku',
    name: ['Perilaku Pelaksana', 'Conduct of Staff'],
    about: ['perilaku petugas terkait kesopanan dan keramahan', 'how polite and friendly the staff are'],
    answers: [
      ['Tidak sopan dan ramah', 'Not polite and friendly'],
      ['Kurang sopan dan ramah', 'Less polite and friendly'],
      ['Sopan dan ramah', 'Polite and friendly'],
      ['Sangat sopan dan ramah', 'Very polite and friendly'],
    ],
  }),
  element({
    key: 'pengaduan',
    name: ['Penanganan Pengaduan, Saran, dan Masukan', 'Handling of Complaints, Suggestions and Input'],
    about: ['penanganan pengaduan pengguna layanan', 'how complaints of service users are handled'],
    answers: [
      ['Tidak ada', 'There is none'],
      ['Ada tetapi tidak berfungsi', 'There is, but it does not work'],
      ['Berfungsi kurang maksimal', 'It works, but not fully'],
      ['Dikelola dengan baik', 'Well managed'],
    ],
  }),
  element({
    key: 'sarana',
    name: ['Sarana dan Prasarana', 'Facilities and Infrastructure'],
    about: ['kualitas sarana dan prasarana', 'the quality of the facilities and infrastructure'],
    answers: [
      ['Buruk', 'Poor'],
      ['Cukup', 'Fair'],
      ['Baik', 'Good'],
      ['Sangat baik', 'Very good'],
    ],
  }),
]

/** The keys of the nine elements in the regulation's order: U1 first. */
export const ELEMENT_KEYS: readonly string[] = ELEMENTS.map(({ key }) => key)

type Pair = readonly [id: string, en: string]

function element(given: {
  key: string
  name: Pair
  about: Pair
  answers: readonly [Pair, Pair, Pair, Pair]
}): Element {
  const [id, en] = given.about
  const [worst, worse, better, best] = given.answers
  return {
    key: given.key,
    name: bilingual(given.name),
    question: {
      id: `Bagaimana pendapat Bapak/Ibu/Saudara tentang ${id}?`,
      en: `What is your opinion of ${en}?`,
    },
    answers: [bilingual(worst), bilingual(worse), bilingual(better), bilingual(best)],
  }
}

function bilingual([id, en]: Pair): Bilingual {
  return { id, en }
}
