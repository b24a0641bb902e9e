import { integrityZoneSurvey, statement } from './integrityZone.ts'

/**
 * The survey of perceived quality of service (SPKP) of an integrity zone: eight statements as commonly used. Their
 * subjects follow the regulation; the exact wording differs from unit to unit.
 * @see PermenPANRB 90/2021
 */
export const SERVICE_PERCEPTION = integrityZoneSurvey(
  'spkp',
  ['Survei Persepsi Kualitas Pelayanan (SPKP)', 'Survey of Perceived Service Quality (SPKP)'],
  [
    statement(
      'informasi',
      ['Informasi', 'Information'],
      [
        'Informasi pelayanan tersedia melalui media elektronik maupun nonelektronik.',
        'Information about the service is available, on paper and online.',
      ],
    ),
    statement(
      'persyaratan',
      ['Persyaratan', 'Requirements'],
      [
        'Persyaratan yang diminta sesuai dengan yang diinformasikan.',
        'The requirements are those that were announced.',
      ],
    ),
    statement(
      'prosedur',
      ['Prosedur', 'Procedure'],
      ['Prosedur atau alur pelayanan mudah diikuti.', 'The procedure is easy to follow.'],
    ),
    statement(
      'waktu',
      ['Waktu', 'Time'],
      [
        'Pelayanan selesai dalam jangka waktu yang ditetapkan.',
        'The service is completed within the time that was set.',
      ],
    ),
    statement(
      'biaya',
      ['Biaya', 'Cost'],
      [
        'Biaya pelayanan sesuai dengan yang ditetapkan, termasuk bila gratis.',
        'The cost is what was set, also when the service is free.',
      ],
    ),
    statement(
      'sarana',
      ['Sarana', 'Facilities'],
      [
        'Sarana pendukung atau sistem pelayanan daring nyaman dan mudah digunakan.',
        'The facilities or the online system are comfortable and easy to use.',
      ],
    ),
    statement(
      'petugas',
      ['Petugas', 'Staff'],
      [
        'Petugas atau sistem pelayanan daring menanggapi keperluan saya dengan cepat.',
        'The staff or the online system respond quickly to what I need.',
      ],
    ),
    statement(
      'pengaduan',
      ['Konsultasi dan pengaduan', 'Advice and complaints'],
      [
        'Layanan konsultasi dan pengaduan tersedia dan mudah digunakan.',
        'Advice and a way to complain are available and easy to use.',
      ],
    ),
  ],
  { informasi: 'SPKP: delapan pernyataan yang lazim dipakai. Mohon cocokkan dengan edaran tim ZI.' },
)
