/**
 * The schema as one engine's tools must see it: the same text with that engine as provider.
 *
 * @param engine `sqlite` or `postgresql`
 * @param schema text of schema.prisma
 * @param output folder for the generated client, relative to the schema file
 */
export function schemaFor(engine, schema, output = '.') {
  return schema
    .replace(/^( *provider *= *)"postgresql"/m, `$1"${engine}"`)
    .replace(/^( *output *= *)".*"/m, `$1"${output}"`)
}
