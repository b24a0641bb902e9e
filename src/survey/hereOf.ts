import type { Item } from './interview/nodes.ts'
import { placeOf } from './interview/place.ts'
import type { Pass } from './turn.ts'

/** What buttons carry to say which question of which draft they belong to. */
export const hereOf = ({ draft }: Pass, item: Item) => ({ draft: draft.id, question: placeOf(item) })
