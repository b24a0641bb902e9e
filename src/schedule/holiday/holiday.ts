/** Why offices are closed: a national holiday, cuti bersama, or a holiday of the regency alone. */
export const HOLIDAY_KINDS = ['national', 'joint-leave', 'local'] as const
export type HolidayKind = (typeof HOLIDAY_KINDS)[number]

/** A day on which offices are closed besides Saturday and Sunday. */
export interface Holiday {
  /** `YYYY-MM-DD` */
  day: string
  kind: HolidayKind
  name: string
  /** Not yet announced officially. */
  isEstimated: boolean
}
