/** The NIP of the n-th made-up employee: sound, and another one for each n up to nine million. */
export function someNip(n: number, employment: 'pns' | 'pppk' = 'pns'): string {
  const day = new Date(Date.UTC(1965, 0, 1) + (n % 9_000) * 86_400_000)
  const birth = day.toISOString().slice(0, 10).replaceAll('-', '')
  const sequence = String(1 + Math.floor(n / 9_000)).padStart(3, '0')
  return `${birth}2012${employment === 'pns' ? '05' : '21'}${1 + (n % 2)}${sequence}`
}
