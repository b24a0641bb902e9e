import type { Dispatcher } from 'undici'

/**
 * Sends a request and reads the whole answer as text. The answers are small and there are three for every press, so
 * they are gathered as they come; a stream object for each would cost a quarter of the bot's work.
 * @throws the fault of the connection, or the signal's reason
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  signal?: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const chunks: Buffer[] = []
    let onAbort = () => {}
    const settle = (finish: () => void) => {
      signal?.removeEventListener('abort', onAbort)
      finish()
    }
    dispatcher.dispatch(request, {
      onRequestStart(controller) {
        onAbort = () => controller.abort(signal?.reason)
        // The signal may have been given while the request waited for a connection.
        if (signal?.aborted) onAbort()
        else signal?.addEventListener('abort', onAbort, { once: true })
      },
      onResponseData(_, chunk) {
        chunks.push(chunk)
      },
      onResponseEnd() {
        const [only] = chunks
        const whole = chunks.length === 1 && only ? only : Buffer.concat(chunks)
        settle(() => resolve(whole.toString('utf8')))
      },
      onResponseError(_, fault) {
        settle(() => reject(fault))
      },
    })
  })
}
