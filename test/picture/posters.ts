import type { Poster } from '../../src/picture/poster.ts'

export const POSTER: Poster = {
  issuer: 'Pemerintah Kabupaten Tebo',
  heading: 'Bagaimana pelayanan kami?',
  unit: 'Puskesmas Rimbo Bujang II',
  survey: 'Survei Kepuasan Masyarakat · triwulan 3 tahun 2026',
  link: 'https://t.me/SuluhTeboBot?start=skm_K7Q2M',
  steps: [
    'Pindai kode ini dengan kamera telepon.',
    'Tekan MULAI di Telegram.',
    'Jawab pertanyaan, sekitar 3 menit.',
  ],
  privacy: 'Jawaban disimpan tanpa nama dan hanya dipakai untuk memperbaiki pelayanan.',
}
