/** One unit of the example regency, and how content its visitors are (0 not at all … 1 very). */
export interface ExampleUnit {
  code: string
  name: string
  district: string
  /** Users in a year; the smallest ones show a sample that is large enough. */
  population: number
  services: string[]
  contentment: number
  /** Example responses that are made up for it. */
  responses: number
}

const OFFICE = [
  'Surat pengantar',
  'Legalisasi dokumen',
  'Rekomendasi izin keramaian',
  'Surat keterangan ahli waris',
]
const CLINIC = [
  'Rawat jalan',
  'Kesehatan ibu dan anak',
  'Imunisasi',
  'Gigi dan mulut',
  'Laboratorium',
  'Farmasi',
]

/**
 * Kabupaten Tebo as a play ground: real names of places and offices, invented figures.
 * Everything that is made from it is marked as an example.
 */
export const EXAMPLE_REGENCY: readonly ExampleUnit[] = [
  {
    code: 'pkm-muara-tebo',
    name: 'Puskesmas Muara Tebo',
    district: 'Tebo Tengah',
    population: 120,
    services: CLINIC,
    contentment: 0.66,
    responses: 96,
  },
  {
    code: 'dukcapil',
    name: 'Dinas Kependudukan dan Pencatatan Sipil (Disdukcapil)',
    district: 'Tebo Tengah',
    population: 18_500,
    services: [
      'KTP elektronik',
      'Kartu Keluarga',
      'Akta kelahiran',
      'Akta kematian',
      'Kartu Identitas Anak',
      'Surat pindah',
    ],
    contentment: 0.6,
    responses: 58,
  },
  {
    code: 'dpmptsp',
    name: 'Dinas Penanaman Modal dan PTSP (DPMPTSP)',
    district: 'Tebo Tengah',
    population: 2_400,
    services: [
      'Perizinan berusaha (OSS)',
      'Persetujuan Bangunan Gedung',
      'Izin praktik tenaga kesehatan',
      'Konsultasi perizinan',
    ],
    contentment: 0.78,
    responses: 41,
  },
  {
    code: 'rsud-sultan-thaha',
    name: 'RSUD Sultan Thaha Saifuddin',
    district: 'Tebo Tengah',
    population: 31_000,
    services: [
      'Rawat jalan',
      'Rawat inap',
      'Instalasi Gawat Darurat',
      'Laboratorium',
      'Radiologi',
      'Farmasi',
      'Persalinan',
    ],
    contentment: 0.5,
    responses: 64,
  },
  {
    code: 'pkm-rimbo-bujang',
    name: 'Puskesmas Rimbo Bujang II',
    district: 'Rimbo Bujang',
    population: 9_800,
    services: CLINIC,
    contentment: 0.72,
    responses: 33,
  },
  {
    code: 'pkm-sungai-bengkal',
    name: 'Puskesmas Sungai Bengkal',
    district: 'Tebo Ilir',
    population: 6_100,
    services: CLINIC,
    contentment: 0.55,
    responses: 22,
  },
  {
    code: 'kec-tebo-tengah',
    name: 'Kantor Kecamatan Tebo Tengah',
    district: 'Tebo Tengah',
    population: 3_900,
    services: OFFICE,
    contentment: 0.64,
    responses: 18,
  },
  {
    code: 'kec-rimbo-bujang',
    name: 'Kantor Kecamatan Rimbo Bujang',
    district: 'Rimbo Bujang',
    population: 5_200,
    services: OFFICE,
    contentment: 0.7,
    responses: 16,
  },
  {
    code: 'kec-tebo-ulu',
    name: 'Kantor Kecamatan Tebo Ulu',
    district: 'Tebo Ulu',
    population: 3_100,
    services: OFFICE,
    contentment: 0.58,
    responses: 9,
  },
  {
    code: 'kec-sumay',
    name: 'Kantor Kecamatan Sumay',
    district: 'Sumay',
    population: 1_700,
    services: OFFICE,
    contentment: 0.62,
    responses: 6,
  },
  {
    code: 'samsat-tebo',
    name: 'Kantor Samsat Tebo',
    district: 'Tebo Tengah',
    population: 22_000,
    services: ['Pajak kendaraan tahunan', 'Perpanjangan STNK lima tahunan', 'Balik nama kendaraan'],
    contentment: 0.74,
    responses: 27,
  },
  {
    code: 'dinsos',
    name: 'Dinas Sosial',
    district: 'Tebo Tengah',
    population: 4_300,
    services: ['Bantuan sosial dan DTKS', 'Rehabilitasi sosial', 'Rekomendasi jaminan kesehatan (PBI)'],
    contentment: 0.52,
    responses: 0,
  },
]
