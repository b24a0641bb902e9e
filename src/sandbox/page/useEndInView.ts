import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { MessageView } from '../protocol.ts'

const nearEnd = 80

/**
 * Keeps the end of a list of messages in view for a reader who is there, and for one who has just written;
 * somebody who reads further up is left in peace. `isAway` is for them.
 */
export function useEndInView(messages: MessageView[], person: number) {
  const list = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const size = useRef('')
  const lastSeen = useRef(0)
  const [isAway, setAway] = useState(false)

  useLayoutEffect(() => {
    const last = messages.at(-1)
    const hasJustWritten = last !== undefined && last.from === person && last.id > lastSeen.current
    lastSeen.current = last?.id ?? 0
    if (isAtEnd.current || hasJustWritten) toEnd(list.current)
  }, [messages, person])

  useLayoutEffect(() => {
    const element = list.current
    if (!element) return
    const follow = () => {
      size.current = sizeOf(element)
      if (isAtEnd.current) toEnd(element)
    }
    const observer = new ResizeObserver(follow)
    observer.observe(element)
    // Pictures get their height only now.
    element.addEventListener('load', follow, true)
    return () => {
      observer.disconnect()
      element.removeEventListener('load', follow, true)
    }
  }, [])

  const onScroll = () => {
    const element = list.current
    // The browser itself scrolls when the list gets narrower: that is no wish of the reader's.
    if (!element || size.current !== sizeOf(element)) return
    isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < nearEnd
    setAway(!isAtEnd.current)
  }

  return { list, isAway, onScroll }
}

function toEnd(element: HTMLElement | null): void {
  if (element) element.scrollTop = element.scrollHeight
}

function sizeOf(element: HTMLElement): string {
  return `${element.clientWidth}x${element.clientHeight}`
}
