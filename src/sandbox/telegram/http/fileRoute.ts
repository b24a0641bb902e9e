import type { ServerResponse } from 'node:http'
import type { World } from '../world.ts'
import { addressProblem, sendEnvelope } from './botRoute.ts'

/** Answers `/file/bot<token>/<path>` with the bytes that `getFile` led to. */
export function fileRoute(world: World, response: ServerResponse, path: string): void {
  const problem = addressProblem(world, path)
  if (problem) {
    sendEnvelope(response, problem.error_code, problem)
    return
  }
  const filePath = path.slice(path.indexOf('/', '/file/bot'.length) + 1)
  const file = world.files.byPath(decodeURIComponent(filePath))
  if (!file) {
    sendEnvelope(response, 404, { ok: false, error_code: 404, description: 'Not Found' })
    return
  }
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': file.bytes.length,
  })
  response.end(file.bytes)
}
