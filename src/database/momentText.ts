/** A moment as SQLite keeps it; PostgreSQL, which keeps its own, reads this as UTC. For values inside JSON, too. */
export const momentText = (moment: Date): string => moment.toISOString().replace('Z', '+00:00')
