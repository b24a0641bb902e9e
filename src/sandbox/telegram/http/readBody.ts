import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import type { Upload } from '../call.ts'
import { isObject, type Parameters } from '../parameters.ts'

/** The real server takes files of 50 MB; the rest of a form is small. */
const mostBytes = 52 * 1024 * 1024
const noFiles: ReadonlyMap<string, Upload> = new Map()

export interface Body {
  parameters: Parameters
  isJson: boolean
  files: ReadonlyMap<string, Upload>
}

/** Why a body was not read; `code` is the HTTP status for it. */
export class BodyProblem extends Error {
  override name = 'BodyProblem'
  readonly code: number
  constructor(code: number, message: string) {
    super(message)
    this.code = code
  }
}

/** The bytes of a request. @throws BodyProblem when there are more than `limit` */
export function readBytes(request: IncomingMessage, limit = mostBytes): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > limit) {
        request.removeAllListeners('data')
        request.resume()
        reject(new BodyProblem(413, 'Request Entity Too Large'))
      } else chunks.push(chunk)
    })
    request.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

/** The parameters of a call: query, then the body as JSON, urlencoded or multipart form. */
export async function readBody(request: IncomingMessage, query: string): Promise<Body> {
  const fromQuery: Parameters = query ? Object.fromEntries(new URLSearchParams(query)) : {}
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readForm(request, fromQuery)
  const bytes = await readBytes(request)
  if (bytes.length === 0) return { parameters: fromQuery, isJson: false, files: noFiles }
  if (type.startsWith('application/json')) {
    return { parameters: { ...fromQuery, ...readJson(bytes) }, isJson: true, files: noFiles }
  }
  if (type.startsWith('application/x-www-form-urlencoded')) {
    const form = Object.fromEntries(new URLSearchParams(bytes.toString()))
    return { parameters: { ...fromQuery, ...form }, isJson: false, files: noFiles }
  }
  return { parameters: fromQuery, isJson: false, files: noFiles }
}

function readJson(bytes: Buffer): Parameters {
  try {
    const value: unknown = JSON.parse(bytes.toString())
    if (isObject(value)) return value
  } catch {
    throw new BodyProblem(400, "Bad Request: can't parse JSON object")
  }
  throw new BodyProblem(400, "Bad Request: can't parse JSON object")
}

function readForm(request: IncomingMessage, parameters: Parameters): Promise<Body> {
  return new Promise((resolve, reject) => {
    const files = new Map<string, Upload>()
    const form = busboy({
      headers: request.headers,
      limits: { fileSize: mostBytes },
      defParamCharset: 'utf8',
    })
    form.on('field', (name, value) => {
      parameters[name] = value
    })
    form.on('file', (name, stream, { filename, mimeType }) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('limit', () => reject(new BodyProblem(413, 'Request Entity Too Large')))
      stream.on('end', () => {
        files.set(name, { name: filename || 'file', mimeType, bytes: Buffer.concat(chunks) })
      })
    })
    form.on('close', () => resolve({ parameters, isJson: false, files }))
    form.on('error', reject)
    request.on('error', reject)
    request.pipe(form)
  })
}
