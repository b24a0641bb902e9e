import { type Answer, granted, refused } from './answer.ts'
import type { Call, Upload } from './call.ts'
import { checkParameters } from './checkParameters.ts'
import { disturb } from './disturb.ts'
import { methods } from './methods/methods.ts'
import { integerOf, type Parameters } from './parameters.ts'
import { badRequest, Refusal, tooManyRequests } from './refusal.ts'
import { type MethodSpecification, methodNamed } from './specification.ts'
import type { World } from './world.ts'

/** What arrived, before anybody knows whether it makes sense. */
export interface CallRequest {
  method: string
  parameters: Parameters
  /** Whether the parameters are JSON values; otherwise all of them are text. */
  isJson: boolean
  files: ReadonlyMap<string, Upload>
  whenAbandoned(listener: () => void): void
}

/** Methods whose messages count towards Telegram's rates; in groups changes count too. */
const paced = /^(send(?!ChatAction)|forward|copy)/
const pacedInGroups = /^editMessage/

/**
 * Carries out one call of the bot: disturbances, rates, the method itself, the journal. Answers at once
 * unless the method waits.
 */
export function answerCall(world: World, request: CallRequest): Answer | Promise<Answer> {
  const specification = methodNamed(request.method)
  if (!specification) {
    world.journal.object(request.method, ['unknown method'])
    return refused(new Refusal(404, 'Not Found: method not found'))
  }
  const fault = world.faults.take(specification.name, request.parameters.chat_id)
  const record = recorder(world, specification, request)
  if (!fault) return carryOut(world, specification, request, record)
  return disturb(fault, record.done, () => carryOut(world, specification, request, record))
}

interface Recorder {
  warnings: string[]
  done(answer: Answer): Answer
}

function recorder(
  world: World,
  specification: MethodSpecification,
  { parameters, isJson, files }: CallRequest,
): Recorder {
  const { journal, clock, events } = world
  const warnings = checkParameters(specification, parameters, isJson, files)
  const begun = journal.isKept ? performance.now() : 0
  return {
    warnings,
    done(answer) {
      if (warnings.length > 0) journal.object(specification.name, warnings)
      if (!journal.isKept) return answer
      const entry = journal.add({
        at: clock.now().toISOString(),
        direction: 'call',
        name: specification.name,
        body: parameters,
        ...(answer.is !== 'reset' && { status: answer.status }),
        ...(answer.is === 'envelope' && { answer: answer.envelope }),
        ...(answer.is === 'page' && { answer: answer.html }),
        took: performance.now() - begun,
        warnings,
      })
      events.tell({ type: 'journal', entry })
      return answer
    },
  }
}

function carryOut(
  world: World,
  { name }: MethodSpecification,
  { parameters, files, whenAbandoned }: CallRequest,
  record: Recorder,
): Answer | Promise<Answer> {
  const warn = (problem: string) => record.warnings.push(problem)
  const call: Call = { method: name, parameters, files, warn, whenAbandoned }
  try {
    const method = methods.get(name)
    if (!method) {
      warn('method is not available in the local Telegram')
      throw badRequest(`method ${name} is not available in the local Telegram`)
    }
    if (world.limits.isOn) keepPace(world, name, parameters)
    const result = method(world, call)
    if (!(result instanceof Promise)) return record.done(granted(result))
    return result.then(
      (value) => record.done(granted(value)),
      (problem: unknown) => record.done(refused(problem)),
    )
  } catch (problem) {
    return record.done(refused(problem))
  }
}

function keepPace(world: World, method: string, parameters: Parameters): void {
  const chat = integerOf(parameters, 'chat_id') ?? 0
  if (!paced.test(method) && !(chat < 0 && pacedInGroups.test(method))) return
  const wait = world.limits.waitFor(chat)
  if (wait > 0) throw tooManyRequests(wait)
}
