import { execFileSync } from 'node:child_process'
import { packageRoot } from '../src/packageRoot.ts'

/**
 * Brings `dist/` up to date before any test: processes that the program starts run from there, for
 * Node 20 runs no TypeScript. Without it they would run what was built some time before.
 */
export default function freshBuild(): void {
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src'], { cwd: packageRoot })
}
