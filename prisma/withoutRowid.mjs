/**
 * SQLite keeps rows in order of arrival unless a table is WITHOUT ROWID, which Prisma cannot say. Adds it
 * to each CREATE TABLE of a model marked `@without-rowid`, also where a table is rebuilt as `new_…`.
 *
 * @param script SQL made by Prisma for SQLite
 * @param schema text of schema.prisma
 */
export function withoutRowid(script, schema) {
  const marked = markedModels(schema)
  return script.replace(/^CREATE TABLE "(?:new_)?(\w+)" \([\s\S]*?^\);/gm, (statement, table) =>
    marked.includes(table) ? statement.replace(/\);$/, ') WITHOUT ROWID;') : statement,
  )
}

/** Names of the models whose comment carries the mark. */
export function markedModels(schema) {
  return [...schema.matchAll(/((?:^\/\/\/.*\n)+)model (\w+)/gm)]
    .filter(([, comment]) => /^\/\/\/ @without-rowid$/m.test(comment))
    .map(([, , name]) => name)
}
