import { systemClock } from '../clock.ts'
import { checkUp } from '../doctor.ts'
import { print } from './print.ts'

/** `suluh doctor`: what works and what does not; exit code 1 when something does not. */
export async function doctor({ json }: { json?: boolean }): Promise<void> {
  const findings = await checkUp(process.env, systemClock)
  if (json) print(JSON.stringify({ ok: findings.every(({ ok }) => ok), findings }))
  else
    for (const { what, ok, detail } of findings)
      print(`${ok ? 'ok     ' : 'PROBLEM'}  ${what.padEnd(12)} ${detail}`)
  if (!findings.every(({ ok }) => ok)) process.exitCode = 1
}
