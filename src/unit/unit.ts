/** A service unit or office that citizens turn to. */
export interface Unit {
  id: number
  /** Public code of deep links and QR codes. */
  code: string
  name: string
  district?: string
  /** People served in a year, if known: the basis of the sample target. */
  population?: number
  /** IANA zone where it differs from the regency's. */
  timeZone?: string
}

/** One kind of service that a unit offers. */
export interface UnitService {
  code: string
  name: string
  isActive: boolean
}
