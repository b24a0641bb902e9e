/**
 * A line to the other instances that work on the same database, and locks that they respect. What was told before a
 * lock is given back is heard before another instance gets that lock: both go over one connection, in order.
 */
export interface Channel {
  /** Another number whenever the line was cut and is there again: locks end with it. Nothing while it is cut. */
  session(): number | undefined
  /** Says something to all others. While the line is cut it waits for the next one; they hear it late then. */
  tell(text: string): Promise<void>
  /**
   * Gives locks back, and takes those that nobody else has.
   * @returns what was taken, of what was wanted
   * @throws when the line is cut
   */
  exchangeLocks(returned: readonly bigint[], wanted: readonly bigint[]): Promise<bigint[]>
  /** Hears what others tell, and of each new line: whatever was told before it has been missed. */
  listen(listener: { onTold(text: string): void; onAgain(): void }): void
  /** Ends the line, and with it all locks. */
  close(): Promise<void>
}
