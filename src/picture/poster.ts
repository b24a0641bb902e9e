/** What a sheet of A4 says that invites people to answer. All words come as they shall be read. */
export interface Poster {
  /** Such as `Pemerintah Kabupaten Tebo`. */
  issuer: string
  /** The call, such as `Bagaimana pelayanan kami?` */
  heading: string
  unit: string
  survey: string
  /** What the QR code opens, and what is printed below it for those who type. */
  link: string
  /** What to do, one after the other; they are numbered by their place. */
  steps: string[]
  /** What becomes of the answers, such as that they carry no name. */
  privacy: string
}
