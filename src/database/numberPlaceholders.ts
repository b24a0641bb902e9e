/**
 * `… WHERE a = ? AND b = ?` as PostgreSQL wants it: `… WHERE a = $1 AND b = $2`. Question marks inside
 * quotes stay.
 */
export function numberPlaceholders(sql: string): string {
  let count = 0
  return sql.replace(/'[^']*'|"[^"]*"|\?/g, (found) => (found === '?' ? `$${++count}` : found))
}
