export function withoutRowid(script: string, schema: string): string
export function markedModels(schema: string): string[]
