const YES = /^(?:yes|Yes|YES|true|True|TRUE|true\(\)|ya|Ya|YA)$/
const NO = /^(?:no|No|NO|false|False|FALSE|false\(\)|tidak|Tidak|TIDAK)$/

/** What a cell that should say yes or no says; nothing when it says something else. */
export function yesOrNo(text: string): boolean | undefined {
  if (YES.test(text)) return true
  return NO.test(text) ? false : undefined
}

/** Yes and no stand for `true()` and `false()` in the columns that hold expressions (pyxform). */
export function asExpression(text: string): string {
  if (/^(?:yes|Yes|YES|true|True|TRUE)$/.test(text)) return 'true()'
  return /^(?:no|No|NO|false|False|FALSE)$/.test(text) ? 'false()' : text
}
