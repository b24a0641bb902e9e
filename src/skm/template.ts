import type { SurveyTemplate } from '../survey/templates/surveyTemplate.ts'
import { QUESTIONNAIRE } from './questionnaire.ts'

/** The satisfaction survey as a spreadsheet: sent back, it becomes the next version of the regency's own. */
export const SKM_TEMPLATE: SurveyTemplate = {
  definition: QUESTIONNAIRE,
  comments: {
    layanan: 'Daftar layanan diisi sendiri oleh bot menurut unit. Jangan diubah.',
    persyaratan:
      'Sembilan unsur PermenPANRB 14/2017. Nama (kolom name) dan kode 1–4 jangan diubah: indeks dihitung dari situ.',
    saran: 'Pertanyaan tambahan boleh disisipkan sebelum atau sesudah baris ini.',
  },
  tests: [],
}
