/** Writes a line for whoever ran the command. Everything else goes to the log. */
export const print = (line: string): void => {
  process.stdout.write(`${line}\n`)
}
