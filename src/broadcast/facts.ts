import type { InvitedTo } from '../survey/audience/service.ts'
import type { Unit } from '../unit/unit.ts'
import type { Broadcast } from './broadcast.ts'

/** A broadcast with what its ids stand for. */
export interface BroadcastFacts {
  broadcast: Broadcast
  /** What people are invited to; absent when the survey is not there any more. */
  invitedTo?: InvitedTo
  /** The office of the audience. */
  office?: Unit
  /** The survey that an audience by answers looks at. */
  answered?: InvitedTo
}
