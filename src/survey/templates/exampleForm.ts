import { bilingual, choice } from './bilingual.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'

/** A short survey that has something in every column, for authors to look at and to write over. */
export const EXAMPLE_FORM: SurveyTemplate = {
  definition: {
    format: 2,
    settings: {
      title: bilingual('Contoh Survei', 'Example Survey'),
      form_id: 'contoh',
      version: '1',
      default_language: 'id',
    },
    survey: [
      {
        type: 'note',
        name: 'pembuka',
        label: bilingual(
          'Terima kasih sudah bersedia. Ada beberapa pertanyaan singkat.',
          'Thank you for taking part. There are a few short questions.',
        ),
      },
      {
        type: 'text',
        name: 'panggilan',
        short_label: bilingual('Panggilan', 'Call name'),
        label: bilingual('Bagaimana kami menyapa Bapak/Ibu?', 'How shall we call you?'),
        hint: bilingual('Contoh: Bu Siti', 'Example: Ibu Siti'),
      },
      {
        type: 'integer',
        name: 'usia',
        short_label: bilingual('Usia', 'Age'),
        label: bilingual(`Berapa usia \${panggilan}?`, `How old are you, \${panggilan}?`),
        required: true,
        required_message: bilingual('Usia perlu diisi.', 'Your age is needed.'),
        constraint: '. >= 10 and . <= 110',
        constraint_message: bilingual('Usia antara 10 dan 110 tahun.', 'An age between 10 and 110.'),
      },
      {
        type: 'select_one',
        name: 'kecamatan',
        list: 'kecamatan',
        label: bilingual('Di kecamatan mana Bapak/Ibu tinggal?', 'In which district do you live?'),
        required: true,
      },
      {
        type: 'select_one',
        name: 'desa',
        list: 'desa',
        label: bilingual('Di desa mana?', 'In which village?'),
        choice_filter: `kecamatan = \${kecamatan}`,
        required: true,
      },
      {
        type: 'select_multiple',
        name: 'layanan',
        list: 'layanan',
        label: bilingual('Layanan apa yang pernah digunakan?', 'Which services have you used?'),
        hint: bilingual('Boleh lebih dari satu.', 'You may choose several.'),
        parameters: { randomize: 'true' },
      },
      {
        type: 'text',
        name: 'layanan_lain',
        label: bilingual('Layanan apa yang lain?', 'Which other service?'),
        relevant: `selected(\${layanan}, 'lainnya')`,
      },
      {
        type: 'repeat',
        name: 'anak',
        label: bilingual('Anak', 'Child'),
        relevant: `\${usia} >= 17`,
        children: [
          {
            type: 'integer',
            name: 'usia_anak',
            label: bilingual('Berapa usia anak?', 'How old is the child?'),
            constraint: `. >= 0 and . < \${usia}`,
          },
        ],
      },
      { type: 'calculate', name: 'jumlah_anak', calculation: `count(\${usia_anak})` },
      {
        type: 'date',
        name: 'kunjungan',
        label: bilingual('Kapan terakhir berkunjung?', 'When was your last visit?'),
        constraint: '. <= today()',
        constraint_message: bilingual('Tanggal tidak boleh sesudah hari ini.', 'Not a date after today.'),
        default: 'today()',
      },
      {
        type: 'range',
        name: 'nilai',
        label: bilingual(
          'Berapa nilai pelayanan kami, dari 1 sampai 5?',
          'How good is our service, from 1 to 5?',
        ),
        parameters: { start: 1, end: 5, step: 1 },
      },
      {
        type: 'image',
        name: 'foto',
        label: bilingual(
          'Bila ada, kirim foto tempat pelayanan.',
          'If you have one, send a photo of the place.',
        ),
        guidance_hint: bilingual('Jangan memotret orang.', 'Take no pictures of people.'),
      },
      {
        type: 'geopoint',
        name: 'lokasi',
        label: bilingual('Bila berkenan, kirim lokasi tempat itu.', 'If you like, send its location.'),
      },
    ],
    choices: {
      kecamatan: [
        choice('tebo_tengah', 'Tebo Tengah', 'Tebo Tengah'),
        choice('rimbo_bujang', 'Rimbo Bujang', 'Rimbo Bujang'),
      ],
      desa: [
        { ...choice('muara_tebo', 'Muara Tebo', 'Muara Tebo'), columns: { kecamatan: 'tebo_tengah' } },
        {
          ...choice('wirotho_agung', 'Wirotho Agung', 'Wirotho Agung'),
          columns: { kecamatan: 'rimbo_bujang' },
        },
      ],
      layanan: [
        choice('ktp', 'KTP', 'Identity card'),
        choice('kk', 'Kartu Keluarga', 'Family card'),
        choice('akta', 'Akta kelahiran', 'Birth certificate'),
        choice('lainnya', 'Lainnya', 'Other'),
        { ...choice('surat_jalan', 'Surat jalan', 'Travel letter'), retired: true },
      ],
    },
  },
  comments: {
    pembuka: 'note: hanya ditampilkan.',
    panggilan: 'text: jawaban berupa tulisan. Tanpa required = boleh dilewati.',
    usia: `\${panggilan} diganti jawaban sebelumnya. constraint: titik (.) berarti jawaban ini.`,
    kecamatan: 'select_one + nama daftar di lembar choices.',
    desa: 'choice_filter: hanya desa yang kolom kecamatan-nya sama dengan jawaban.',
    layanan: 'select_multiple: boleh memilih beberapa; urutannya diacak (randomize).',
    layanan_lain: 'relevant: hanya ditanyakan bila syaratnya terpenuhi.',
    anak: 'begin repeat … end repeat: ditanyakan berulang, "tambah lagi?".',
    jumlah_anak: 'calculate: dihitung, tidak ditanyakan.',
    kunjungan: 'default: isi awal; orang tinggal menyetujui atau mengubah.',
    nilai: 'range: angka dari start sampai end.',
    foto: 'image: orang mengirim foto.',
    lokasi: 'geopoint: orang mengirim lokasi Telegram.',
  },
  tests: [
    {
      name: 'Orang muda tidak ditanya anak',
      row: 2,
      day: '2026-03-15',
      steps: [
        { row: 2, question: 'usia', is: 'answer', answer: '200', accepted: false },
        { row: 3, question: 'usia', is: 'answer', answer: '16', accepted: true },
        { row: 4, question: 'usia_anak', is: 'not_asked' },
        { row: 5, question: 'kunjungan', is: 'answer', answer: '2026-03-16', accepted: false },
      ],
    },
    {
      name: 'Dua anak',
      row: 6,
      steps: [
        { row: 6, question: 'usia', is: 'answer', answer: '40', accepted: true },
        { row: 7, question: 'kecamatan', is: 'answer', answer: 'rimbo_bujang', accepted: true },
        { row: 8, question: 'desa', is: 'answer', answer: 'muara_tebo', accepted: false },
        { row: 9, question: 'desa', is: 'answer', answer: 'wirotho_agung', accepted: true },
        { row: 10, question: 'usia_anak', is: 'answer', answer: '12', accepted: true },
        { row: 11, question: 'anak', is: 'answer', answer: 'yes', accepted: true },
        { row: 12, question: 'usia_anak', is: 'answer', answer: '9', accepted: true },
        { row: 13, question: 'jumlah_anak', is: 'value', value: '2' },
      ],
    },
  ],
}
