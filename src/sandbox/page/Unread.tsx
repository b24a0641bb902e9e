/** How many messages wait, as a small badge. */
export function Unread({ count }: { count: number }) {
  return count > 0 ? (
    <span class="unread">
      {count}
      <span class="visually-hidden"> belum dibaca</span>
    </span>
  ) : null
}
