/** One person's telephone on the desk. */
export interface Column {
  key: number
  person: number
  /** Absent while the list of chats is looked at. */
  chat?: number
  /** The forum topic; absent elsewhere. */
  thread?: number
  /** The code of a deep link that was opened and waits for MULAI. */
  payload?: string
}

/**
 * The telephones of people who are there. A restarted sandbox may not have everybody yet, or never again: when
 * nobody is left, the first person steps in.
 */
export function columnsOf(columns: Column[], people: { id: number }[]): Column[] {
  const known = columns.filter((column) => people.some((person) => person.id === column.person))
  const [first] = people
  return known.length > 0 || !first
    ? known
    : [{ key: columns[0]?.key ?? 1, person: first.id, chat: first.id }]
}

/** Shows a chat, or the list when `chat` is left out. A pending deep link is dropped with the chat it was for. */
export function withChat(columns: Column[], key: number, chat?: number, thread?: number): Column[] {
  return columns.map((column) =>
    column.key === key
      ? { key, person: column.person, ...(chat !== undefined && { chat }), ...(thread && { thread }) }
      : column,
  )
}

/** Hands the telephone to somebody else and opens their chat with the bot, unless `list` is asked for. */
export function withPerson(columns: Column[], key: number, person: number, list = false): Column[] {
  return columns.map((column) =>
    column.key === key ? { key, person, ...(!list && { chat: person }) } : column,
  )
}

/** Opens a person's chat with the bot as a deep link would; an empty payload is a plain START. */
export function withDeepLink(columns: Column[], key: number, person: number, payload: string): Column[] {
  return columns.map((column) => (column.key === key ? { key, person, chat: person, payload } : column))
}

/** Forgets the deep link after MULAI was pressed. */
export function withoutDeepLink(columns: Column[], key: number): Column[] {
  return columns.map((column) => {
    if (column.key !== key) return column
    const { payload: _pressed, ...rest } = column
    return rest
  })
}

/** Puts one more telephone on the desk, at the right end. */
export function withColumn(columns: Column[], person: number): Column[] {
  const key = Math.max(0, ...columns.map((column) => column.key)) + 1
  return [...columns, { key, person, chat: person }]
}
