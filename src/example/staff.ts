import type { Employment } from '../staff/nip.ts'
import { randomFrom } from './random.ts'
import { EXAMPLE_REGENCY } from './regency.ts'

/** A made-up civil servant of the example regency. */
export interface ExampleEmployee {
  nip: string
  name: string
  /** Code of the unit. */
  unit: string
  position: string
  superior: string | null
  phone: string | null
  employment: Employment
}

/** The telephone numbers of the personas who are civil servants: they share them on the chat page. */
export const EXAMPLE_PHONES = { arif: '6281100000001', dewi: '6281100000002', ratna: '6281100000003' }

const NAMES = [
  'Hendra Saputra',
  'Marlina Hasibuan',
  'Zulkifli Anwar',
  'Yuliana Safitri',
  'Muhammad Ridwan',
  'Nurhayati',
  'Bambang Sutrisno',
  'Rina Kurniasih',
  'Fahrul Rozi',
  'Eka Wulandari',
  'Syamsul Bahri',
  'Lestari Ningsih',
  'Andi Firmansyah',
  'Sri Mulyani Putri',
  'Agus Salim',
  'Desi Ratnasari',
  'Hasan Basri',
  'Fitri Handayani',
  'Iskandar Zulkarnain',
  'Maya Anggraini',
  'Rahmat Hidayat',
  'Susilawati',
  'Dedi Mulyadi',
  'Wahyuni Pratiwi',
  'Joko Prasetyo',
  'Nova Eliza',
  'Taufik Hidayatullah',
  'Ratih Kumala',
  'Ahmad Fauzi',
  'Indah Permatasari',
  'Suhardi',
  'Leni Marlina',
  'Khairul Anam',
  'Yessi Oktaviani',
  'Rudi Hartono',
  'Mega Utami',
  'Darmawan',
]

/** Personas with the place they work at; they come before the made-up ones of their unit. */
const PERSONAS: readonly Pick<ExampleEmployee, 'name' | 'unit' | 'position' | 'phone'>[] = [
  {
    name: 'Arif Rahman, S.Kom.',
    unit: 'dukcapil',
    position: 'Pranata Komputer Ahli Pertama',
    phone: EXAMPLE_PHONES.arif,
  },
  {
    name: 'Ns. Dewi Lestari, S.Kep.',
    unit: 'pkm-muara-tebo',
    position: 'Perawat Ahli Pertama',
    phone: EXAMPLE_PHONES.dewi,
  },
  {
    name: 'Ratna Dewanti, S.Sos., M.Si.',
    unit: 'kec-tebo-tengah',
    position: 'Analis Kepegawaian Ahli Muda',
    phone: EXAMPLE_PHONES.ratna,
  },
]

/**
 * Forty civil servants of the example regency: a head in each unit and some who work there, the same each time. Names
 * and numbers are invented.
 */
export function exampleStaff(): ExampleEmployee[] {
  const random = randomFrom('staff')
  const names = [...NAMES]
  const staff: ExampleEmployee[] = []
  const add = (given: Omit<ExampleEmployee, 'nip' | 'employment'>, employment: Employment) => {
    const nip = madeUpNip(random, staff.length + 1, employment)
    staff.push({ ...given, nip, employment })
    return nip
  }
  const heads = new Map<string, string>()
  for (const { code, name } of EXAMPLE_REGENCY) {
    const position = `Kepala ${name.replace(/^Kantor /, '')}`
    heads.set(
      code,
      add({ name: names.shift() ?? '', unit: code, position, superior: null, phone: null }, 'pns'),
    )
  }
  for (const persona of PERSONAS) add({ ...persona, superior: heads.get(persona.unit) ?? null }, 'pns')
  for (const [index, name] of names.entries()) {
    const unit = EXAMPLE_REGENCY[index % EXAMPLE_REGENCY.length]?.code ?? ''
    const employment = index % 4 === 3 ? 'pppk' : 'pns'
    const position = employment === 'pppk' ? 'Pengadministrasi Layanan' : 'Penelaah Teknis Kebijakan'
    // Not every number is known, as in real offices.
    const phone = index % 3 === 0 ? null : `628110001${String(index).padStart(4, '0')}`
    add({ name, unit, position, superior: heads.get(unit) ?? null, phone }, employment)
  }
  return staff
}

function madeUpNip(random: () => number, sequence: number, employment: Employment): string {
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const two = (number: number) => String(number).padStart(2, '0')
  const year = between(1968, 1996)
  const appointed = Math.min(2025, year + between(22, 28))
  const month = employment === 'pns' ? two(between(1, 12)) : '21'
  const birth = `${year}${two(between(1, 12))}${two(between(1, 28))}`
  return `${birth}${appointed}${month}${between(1, 2)}${String(sequence).padStart(3, '0')}`
}
