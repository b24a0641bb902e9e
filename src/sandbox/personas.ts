/** People of the example regency, to slip into on the chat page. */
export const PERSONAS = [
  { firstName: 'Siti', lastName: 'Aminah', username: 'siti', about: 'Warga Muara Tebo, ibu rumah tangga' },
  { firstName: 'Pak Darman', username: 'darman', about: 'Warga Rimbo Bujang, petani karet, 60 tahun' },
  { firstName: 'Yusuf', lastName: 'Hidayat', username: 'yusuf', about: 'Warga Sumay, mahasiswa' },
  {
    firstName: 'Grace',
    lastName: 'Tan',
    username: 'grace',
    languageCode: 'en',
    about: 'Pendatang, ponsel berbahasa Inggris',
  },
  {
    firstName: 'Ns. Dewi',
    lastName: 'Lestari',
    username: 'dewi',
    about: 'ASN, perawat Puskesmas Muara Tebo',
  },
  { firstName: 'Arif', lastName: 'Rahman', username: 'arif', about: 'ASN, staf Disdukcapil' },
] as const

/** The one who may see results. */
export const ADMIN = {
  firstName: 'Bu Ratna',
  username: 'ratna',
  about: 'Admin, Bagian Organisasi Setda',
} as const
