import { bilingual, choice, oneOf } from './bilingual.ts'
import type { SurveyTemplate } from './surveyTemplate.ts'

const agree = (name: string, short: [string, string], statement: [string, string]) =>
  oneOf('setuju', name, bilingual(...short), bilingual(...statement))

const knowledge = (name: string, short: [string, string], question: [string, string]) =>
  oneOf('penguasaan', name, bilingual(...short), bilingual(...question))

/**
 * The evaluation right after a training: what participants thought of it (level 1) and what they say they learned
 * (level 2), the latter asked back to back, which is more honest than a test of opinions before and after.
 * @see Kirkpatrick & Kirkpatrick, Evaluating Training Programs, levels 1 and 2
 */
export const TRAINING_EVALUATION: SurveyTemplate = {
  definition: {
    format: 2,
    settings: {
      title: bilingual('Evaluasi Pelatihan', 'Training Evaluation'),
      form_id: 'evaluasi_pelatihan',
      default_language: 'id',
    },
    survey: [
      {
        type: 'group',
        name: 'reaksi',
        label: bilingual('Penyelenggaraan pelatihan', 'The training itself'),
        children: [
          agree(
            'relevan',
            ['Relevan', 'Relevant'],
            ['Materi sesuai dengan tugas saya.', 'The topics suit my work.'],
          ),
          agree(
            'jelas',
            ['Jelas', 'Clear'],
            ['Materi mudah dipahami.', 'The topics were easy to understand.'],
          ),
          agree(
            'pengajar',
            ['Pengajar', 'Trainers'],
            [
              'Pengajar menguasai materi dan melibatkan peserta.',
              'The trainers knew their subject and involved us.',
            ],
          ),
          agree(
            'waktu',
            ['Waktu', 'Time'],
            [
              'Waktu pelatihan cukup untuk belajar dan berlatih.',
              'There was time enough to learn and to practise.',
            ],
          ),
          agree(
            'sarana',
            ['Sarana', 'Facilities'],
            ['Tempat dan sarana mendukung kegiatan belajar.', 'The venue and facilities helped us learn.'],
          ),
          {
            type: 'range',
            name: 'rekomendasi',
            short_label: bilingual('Rekomendasi', 'Recommendation'),
            label: bilingual(
              'Seberapa mungkin Bapak/Ibu menyarankan pelatihan ini kepada rekan kerja?',
              'How likely are you to recommend this training to a colleague?',
            ),
            hint: bilingual('0 = tidak mungkin, 10 = sangat mungkin', '0 = not at all, 10 = very likely'),
            required: true,
            parameters: { start: 0, end: 10, step: 1 },
          },
        ],
      },
      {
        type: 'group',
        name: 'belajar',
        label: bilingual('Hasil belajar', 'What you learned'),
        children: [
          knowledge(
            'sebelum',
            ['Sebelum', 'Before'],
            [
              'Bagaimana penguasaan Bapak/Ibu atas materi ini SEBELUM pelatihan?',
              'How well did you know these topics BEFORE the training?',
            ],
          ),
          knowledge(
            'sesudah',
            ['Sesudah', 'After'],
            [
              'Bagaimana penguasaan Bapak/Ibu SESUDAH pelatihan?',
              'How well do you know them AFTER the training?',
            ],
          ),
          { type: 'calculate', name: 'kenaikan', calculation: `number(\${sesudah}) - number(\${sebelum})` },
          agree(
            'yakin',
            ['Yakin menerapkan', 'Confident to apply'],
            [
              'Saya yakin dapat menerapkan materi ini dalam pekerjaan.',
              'I am confident that I can apply this in my work.',
            ],
          ),
          {
            type: 'select_multiple',
            name: 'hambatan',
            list: 'hambatan',
            short_label: bilingual('Hambatan', 'Obstacles'),
            label: bilingual(
              'Apa yang dapat menghambat penerapannya?',
              'What could keep you from applying it?',
            ),
            hint: bilingual('Boleh lebih dari satu.', 'You may choose several.'),
            constraint: "not(selected(., 'tidak_ada')) or count-selected(.) = 1",
            constraint_message: bilingual(
              '"Tidak ada" tidak dapat dipilih bersama hambatan lain.',
              '"None" cannot be chosen along with an obstacle.',
            ),
          },
          {
            type: 'text',
            name: 'hambatan_lain',
            short_label: bilingual('Hambatan lain', 'Other obstacle'),
            label: bilingual('Hambatan apa yang lain?', 'Which other obstacle?'),
            relevant: `selected(\${hambatan}, 'lainnya')`,
          },
          {
            type: 'text',
            name: 'rencana',
            short_label: bilingual('Rencana', 'Plan'),
            label: bilingual(
              'Apa satu hal yang akan Bapak/Ibu terapkan dalam satu bulan ke depan?',
              'What one thing will you apply within a month?',
            ),
          },
        ],
      },
      {
        type: 'text',
        name: 'saran',
        short_label: bilingual('Saran', 'Suggestion'),
        label: bilingual('Adakah saran untuk pelatihan berikutnya?', 'Any suggestion for the next training?'),
        hint: bilingual('Mohon jangan menulis nama orang.', 'Please do not write names of people.'),
      },
    ],
    choices: {
      setuju: [
        choice('1', 'Sangat tidak setuju', 'Strongly disagree'),
        choice('2', 'Tidak setuju', 'Disagree'),
        choice('3', 'Netral', 'Neutral'),
        choice('4', 'Setuju', 'Agree'),
        choice('5', 'Sangat setuju', 'Strongly agree'),
      ],
      penguasaan: [
        choice('1', 'Belum tahu', 'Did not know them'),
        choice('2', 'Sedikit', 'A little'),
        choice('3', 'Cukup', 'Fairly well'),
        choice('4', 'Baik', 'Well'),
        choice('5', 'Sangat baik', 'Very well'),
      ],
      hambatan: [
        choice('waktu', 'Waktu kerja terbatas', 'Too little time'),
        choice('atasan', 'Belum ada dukungan atasan', 'No support from my superior'),
        choice('alat', 'Alat atau anggaran belum ada', 'No tools or budget'),
        choice('tugas', 'Tidak sesuai dengan tugas', 'It does not suit my work'),
        choice('lainnya', 'Lainnya', 'Other'),
        choice('tidak_ada', 'Tidak ada', 'None'),
      ],
    },
  },
  comments: {
    reaksi: 'Tingkat 1 Kirkpatrick: reaksi peserta.',
    belajar: 'Tingkat 2 Kirkpatrick: hasil belajar menurut peserta sendiri.',
    kenaikan: 'Dihitung sendiri, tidak ditanyakan: sesudah dikurangi sebelum.',
  },
  tests: [
    {
      name: 'Hambatan lain ditanyakan bila dipilih',
      row: 2,
      steps: [
        { row: 2, question: 'sebelum', is: 'answer', answer: '2', accepted: true },
        { row: 3, question: 'sesudah', is: 'answer', answer: '4', accepted: true },
        { row: 4, question: 'kenaikan', is: 'value', value: '2' },
        { row: 5, question: 'hambatan', is: 'answer', answer: 'waktu tidak_ada', accepted: false },
        { row: 6, question: 'hambatan', is: 'answer', answer: 'waktu lainnya', accepted: true },
        { row: 7, question: 'hambatan_lain', is: 'answer', answer: 'Mutasi', accepted: true },
      ],
    },
    {
      name: 'Tanpa hambatan',
      row: 8,
      steps: [
        { row: 8, question: 'hambatan', is: 'answer', answer: 'tidak_ada', accepted: true },
        { row: 9, question: 'hambatan_lain', is: 'not_asked' },
      ],
    },
  ],
}
