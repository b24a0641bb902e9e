import type { Cell } from '../../spreadsheet/cell.ts'
import { cellText } from '../../spreadsheet/cellText.ts'
import type { Row, Sheet } from '../../spreadsheet/sheet.ts'

/** What a roster may tell of somebody, in the order in which columns are called missing. */
export const ROSTER_FIELDS = ['nip', 'name', 'unit', 'position', 'superior', 'phone', 'employment'] as const
export type RosterField = (typeof ROSTER_FIELDS)[number]

/** Columns without which there is no roster. */
export const NEEDED_FIELDS = ['nip', 'name', 'unit'] as const satisfies RosterField[]

/** What offices call the columns, in small letters and without signs; the first is what we call them. */
const HEADINGS: Record<RosterField, readonly string[]> = {
  nip: [
    'nip',
    'nip baru',
    'nip pegawai',
    'nip asn',
    'nomor induk pegawai',
    'nip nip pppk',
    'nip nippppk',
    'nomor induk pegawai nip',
  ],
  name: ['nama', 'nama pegawai', 'nama lengkap', 'nama asn', 'nama pns', 'nama dan gelar', 'name'],
  unit: [
    'unit kerja',
    'unit',
    'nama unit',
    'nama unit kerja',
    'kode unit',
    'kode unit kerja',
    'opd',
    'nama opd',
    'skpd',
    'perangkat daerah',
    'satuan kerja',
    'unit organisasi',
    'instansi',
    'unor',
  ],
  position: ['jabatan', 'nama jabatan', 'jabatan terakhir', 'position'],
  superior: [
    'nip atasan',
    'nip atasan langsung',
    'atasan',
    'atasan langsung',
    'nip pejabat penilai',
    'nip pejabat penilai kinerja',
    'superior nip',
  ],
  phone: [
    'no hp',
    'nomor hp',
    'hp',
    'no telepon',
    'nomor telepon',
    'telepon',
    'no telp',
    'telp',
    'no handphone',
    'nomor handphone',
    'handphone',
    'no wa',
    'nomor wa',
    'wa',
    'whatsapp',
    'no whatsapp',
    'nomor whatsapp',
    'no hp wa',
    'phone',
  ],
  employment: [
    'status kepegawaian',
    'status',
    'status pegawai',
    'jenis pegawai',
    'jenis asn',
    'status asn',
    'jenis kepegawaian',
    'employment',
  ],
}

const fieldOf = new Map(
  ROSTER_FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [heading, field] as const)),
)

/** The heading that we call a column by. */
export const headingOf = (field: RosterField): string => (HEADINGS[field][0] ?? '').toUpperCase()

export interface RosterHeader {
  row: Row
  /** Place of it among the sheet's rows. */
  index: number
  /** Column of each field, from 0. */
  columns: Partial<Record<RosterField, number>>
  /** Fields that two columns claim to be. */
  twice: RosterField[]
}

/** Titles, the name of the regency and blank lines may stand above the table. */
const MOST_ABOVE = 20

/** The row of a sheet that names the columns: NIP and something else that a roster has; nothing in other sheets. */
export function rosterHeader(sheet: Sheet): RosterHeader | undefined {
  for (const [index, row] of sheet.rows.slice(0, MOST_ABOVE).entries()) {
    const columns: Partial<Record<RosterField, number>> = {}
    const twice: RosterField[] = []
    for (const [column, cell] of row.cells.entries()) {
      const field = fieldOf.get(plain(cell))
      if (!field) continue
      if (columns[field] === undefined) columns[field] = column
      else twice.push(field)
    }
    if (columns.nip !== undefined && Object.keys(columns).length > 1) return { row, index, columns, twice }
  }
  return undefined
}

/** Whether a spreadsheet is a roster, by the headings of its columns. */
export const isRoster = (sheets: readonly Sheet[]): boolean => sheets.some((sheet) => rosterHeader(sheet))

const plain = (cell: Cell) =>
  cellText(cell)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
