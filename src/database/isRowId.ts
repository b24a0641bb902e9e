const LARGEST = 2_147_483_647

/** Whether a number from a button can be the id of a row at all: PostgreSQL refuses to look for a larger one. */
export const isRowId = (id: number): boolean => Number.isInteger(id) && id > 0 && id <= LARGEST
