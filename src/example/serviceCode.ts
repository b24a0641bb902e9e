/** A code for a service from its name: stable, short, and fit for an answer's value. */
export function serviceCode(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
}
