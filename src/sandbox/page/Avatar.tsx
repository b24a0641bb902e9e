import { initials } from './fullName.ts'

const colours = 7

/** A round picture with initials, always in the same colour for the same id. */
export function Avatar({ id, name, small = false }: { id: number; name: string; small?: boolean }) {
  return (
    <span class={`avatar avatar-${Math.abs(id) % colours}${small ? ' is-small' : ''}`} aria-hidden="true">
      {initials(name) || '?'}
    </span>
  )
}
