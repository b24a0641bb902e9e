import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { Channel } from '../instance/channel.ts'

/** What one engine offers to `openDatabase` and `migrate`. Nobody else needs it. */
export interface Link {
  engine: Engine
  /** The address as people may see it in a log: without a password. */
  url: string
  /** What the Prisma client talks through. */
  adapters: SqlMigrationAwareDriverAdapterFactory
  /** Runs one statement with `?` placeholders. @returns the number of rows changed, once they are safe on disk */
  write(sql: string, values: readonly Value[]): Promise<number>
  /** Runs statements in one transaction. @returns false, with nothing changed, when a step changed less than it needs to */
  writeTogether(steps: readonly Step[]): Promise<boolean>
  /** Runs one query with `?` placeholders. */
  read<R extends Row>(sql: string, values: readonly Value[]): Promise<R[]>
  /**
   * Lets `work` change the schema on one connection, in one transaction, while every other instance
   * that wants the same waits. If `work` throws, nothing of it remains.
   */
  reshape<T>(work: (adapters: SqlMigrationAwareDriverAdapterFactory) => Promise<T>): Promise<T>
  /** A line to other instances; absent where there can be none. */
  openChannel?(): Promise<Channel>
  close(): Promise<void>
}

/** One statement of several that belong together. */
export interface Step {
  sql: string
  values: readonly Value[]
  /** How many rows it must change for the whole to count; any number when absent. */
  needs?: number
}

export type Engine = 'sqlite' | 'postgresql'

/** What can be put into a raw statement. A Date is stored as Prisma stores it. */
export type Value = string | number | bigint | boolean | Date | null

/** A row of a raw query. Integers are numbers (bigint only beyond 2⁵³), BOOLEAN is boolean, DateTime is Date. */
export type Row = Record<string, Value>

/** Hears each statement that goes to the database, BEGIN and COMMIT included. For tests. */
export type StatementListener = (sql: string) => void
