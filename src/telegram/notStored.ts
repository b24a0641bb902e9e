/**
 * An update of which nothing was stored, for a reason that passes: the database is out of reach. Who brought it should
 * bring it again.
 */
export class NotStored extends Error {
  override name = 'NotStored'
}
