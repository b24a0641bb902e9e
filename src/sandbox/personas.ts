import { EXAMPLE_PHONES } from '../example/staff.ts'

/** People of the example regency, to slip into on the chat page. */
export const PERSONAS = [
  { firstName: 'Siti', lastName: 'Aminah', username: 'siti', about: 'Ibu rumah tangga' },
  { firstName: 'Pak Darman', username: 'darman', about: 'Petani karet, 60 tahun' },
  { firstName: 'Yusuf', lastName: 'Hidayat', username: 'yusuf', about: 'Mahasiswa dari Sumay' },
  {
    firstName: 'Grace',
    lastName: 'Tan',
    username: 'grace',
    languageCode: 'en',
    about: 'Ponsel bahasa Inggris',
  },
  {
    firstName: 'Ns. Dewi',
    lastName: 'Lestari',
    username: 'dewi',
    phone: `+${EXAMPLE_PHONES.dewi}`,
    about: 'Perawat puskesmas',
  },
  {
    firstName: 'Arif',
    lastName: 'Rahman',
    username: 'arif',
    phone: `+${EXAMPLE_PHONES.arif}`,
    about: 'ASN, staf Disdukcapil',
  },
] as const

/** The one who may see results, and looks after the roster. */
export const ADMIN = {
  firstName: 'Bu Ratna',
  username: 'ratna',
  phone: `+${EXAMPLE_PHONES.ratna}`,
  about: 'Admin survei dan BKPSDM',
} as const
