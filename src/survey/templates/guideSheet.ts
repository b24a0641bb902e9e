import type { TextSheet } from '../xlsform/textSheet.ts'

const GUIDE: readonly (readonly [sheet: string, column: string, meaning: string, example: string])[] = [
  [
    'survey',
    'type',
    'Jenis pertanyaan.',
    'text, integer, decimal, date, time, select_one daftar, select_multiple daftar, rank daftar, range, image, audio, video, file, geopoint, acknowledge, note, calculate',
  ],
  [
    'survey',
    'name',
    `Nama pendek tanpa spasi; dipakai dalam rumus sebagai \${nama}. Jangan diubah sesudah survei terbit.`,
    'usia',
  ],
  [
    'survey',
    'label::id',
    'Pertanyaan dalam bahasa itu. Tambahkan kolom label::en, label::jv, dan seterusnya untuk bahasa lain.',
    'Berapa usia Bapak/Ibu?',
  ],
  ['survey', 'short_label::id', 'Nama singkat untuk daftar jawaban dan hasil. (Kolom Suluh)', 'Usia'],
  ['survey', 'hint::id', 'Petunjuk kecil di bawah pertanyaan.', 'Contoh: 35'],
  ['survey', 'guidance_hint::id', 'Petunjuk tambahan.', 'Jangan memotret orang.'],
  ['survey', 'required', 'yes bila wajib dijawab, atau syarat.', 'yes'],
  ['survey', 'required_message::id', 'Pesan bila yang wajib dilewati.', 'Usia perlu diisi.'],
  ['survey', 'relevant', 'Hanya ditanyakan bila syarat ini benar.', `\${usia} >= 17`],
  [
    'survey',
    'constraint',
    'Jawaban hanya diterima bila benar; titik (.) ialah jawaban itu.',
    '. >= 10 and . <= 110',
  ],
  ['survey', 'constraint_message::id', 'Pesan bila jawaban tidak diterima.', 'Usia antara 10 dan 110 tahun.'],
  [
    'survey',
    'calculation',
    'Rumus untuk calculate, atau isi awal yang dihitung.',
    `\${sesudah} - \${sebelum}`,
  ],
  ['survey', 'trigger', 'Rumus dihitung ulang hanya bila pertanyaan ini dijawab.', `\${usia}`],
  ['survey', 'default', 'Isi awal.', 'today()'],
  ['survey', 'read_only', 'yes bila hanya ditampilkan.', 'yes'],
  [
    'survey',
    'choice_filter',
    'Menyaring pilihan menurut kolom tambahan di lembar choices.',
    `kecamatan = \${kecamatan}`,
  ],
  ['survey', 'parameters', 'Pengaturan jenis itu.', 'start=1 end=5 step=1; randomize=true'],
  [
    'survey',
    'repeat_count',
    'Berapa kali begin repeat diulang; kosong berarti orang ditanya "tambah lagi?".',
    `\${jumlah_anak}`,
  ],
  [
    'survey',
    'appearance',
    'Tampilan di ODK. Dalam percakapan hanya year dan month-year pada tanggal yang berpengaruh.',
    'minimal',
  ],
  ['survey', 'image, audio, video', 'Nama berkas yang dikirim bersama pertanyaan.', 'peta.jpg'],
  ['survey', 'comment', 'Catatan untuk diri sendiri; tidak dibaca.', 'Minta data ke dinas'],
  ['choices', 'list_name', 'Nama daftar, sama dengan yang ditulis sesudah select_one.', 'ya_tidak'],
  ['choices', 'name', 'Kode pilihan tanpa spasi; jangan diubah sesudah survei terbit.', 'ya'],
  ['choices', 'label::id', 'Tulisan pada tombol.', 'Ya'],
  ['choices', '(kolom lain)', 'Dipakai oleh choice_filter.', 'kecamatan'],
  [
    'choices',
    'suluh_retired',
    'yes bila pilihan tidak ditawarkan lagi, tetapi jawaban lama tetap terbaca. (Kolom Suluh)',
    'yes',
  ],
  ['settings', 'form_title', 'Judul survei; form_title::en untuk bahasa lain.', 'Survei Saya'],
  ['settings', 'form_id', 'Kode survei.', 'survei_saya'],
  ['settings', 'version', 'Versi, untuk Anda sendiri.', '2026-03'],
  ['settings', 'default_language', 'Bahasa utama, persis seperti pada judul kolom.', 'id'],
  ['settings', 'random_order', 'yes bila urutan pertanyaan diacak untuk setiap orang. (Kolom Suluh)', 'yes'],
  [
    'tests',
    'scenario',
    'Nama percakapan percobaan; baris di bawahnya melanjutkan. (Lembar Suluh)',
    'Orang muda',
  ],
  ['tests', 'question', 'Nama pertanyaan, kalkulasi, atau repeat.', 'usia'],
  [
    'tests',
    'answer',
    'Jawaban: kode pilihan, angka, atau tanggal seperti 2026-03-15; untuk repeat: yes atau no.',
    '16',
  ],
  ['tests', 'expect', 'Kosong = diterima; ditolak; tidak ditanya.', 'ditolak'],
  ['tests', 'value', 'Nilai pada akhirnya; kosong bila seharusnya kosong.', '2'],
  ['tests', 'language, day', 'Bahasa dan hari percobaan, di baris pertama skenario.', 'id, 2026-03-15'],
]

/** A sheet that says what every column is for; whoever reads the form passes over it. */
export function guideSheet(): TextSheet {
  const rows = [['lembar', 'kolom', 'arti', 'contoh'], ...GUIDE.map((row) => [...row])]
  return { name: 'petunjuk', rows: rows.map((cells, at) => ({ number: at + 1, cells })) }
}
