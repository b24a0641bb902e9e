import type { RefObject } from 'preact'
import { useLayoutEffect, useState } from 'preact/hooks'
import type { Command } from './commandsFor.ts'

interface CommandListProps {
  commands: Command[]
  /** The input whose arrow and Enter keys choose while a command is being typed. */
  input: RefObject<HTMLTextAreaElement>
  isTyping: boolean
  choose(command: string): void
  close(): void
}

/** The bot's commands; a tap or Enter sends one at once. */
export function CommandList({ commands, input, isTyping, choose, close }: CommandListProps) {
  const [marked, setMarked] = useState(0)
  const at = Math.min(marked, commands.length - 1)

  // Before the next key can arrive: somebody types a slash, a letter and Enter in one go.
  useLayoutEffect(() => {
    const element = input.current
    const onKey = (event: KeyboardEvent) => {
      const command = commands[at]?.command
      if (event.key === 'Escape') close()
      else if (event.key === 'ArrowDown') setMarked((at + 1) % commands.length)
      else if (event.key === 'ArrowUp') setMarked((at - 1 + commands.length) % commands.length)
      else if (event.key === 'Enter' && isTyping && command) choose(command)
      else return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    element?.addEventListener('keydown', onKey, true)
    return () => element?.removeEventListener('keydown', onKey, true)
  }, [input, commands, at, isTyping, choose, close])

  return (
    <ul class="command-list" aria-label="Perintah">
      {commands.map((command, index) => (
        <li key={command.command}>
          <button
            type="button"
            class={index === at ? 'is-marked' : ''}
            onClick={() => choose(command.command)}
          >
            <b>/{command.command}</b> <span>{command.description}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
