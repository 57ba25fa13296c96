import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import ts from 'typescript'
import { readDocument } from './document.ts'

/** A program that knows the API from the generated types alone. */
export const consumerPath = fileURLToPath(new URL('./consumer.ts', import.meta.url))

/** Writes the types that `openapi-typescript` makes of the document; returns their file. */
export async function generateTypes(folder: string): Promise<string> {
  const file = join(folder, 'parley-api.ts')
  await writeFile(file, astToString(await openapiTS(readDocument())))
  return file
}

/** What the compiler says of the consumer, with the types in that file as the module `parley-api`. */
export function checkConsumer(types: string): string[] {
  const program = ts.createProgram([consumerPath], {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    skipLibCheck: true,
    paths: { 'parley-api': [types] },
  })
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0
    return `${file?.fileName.split('/').at(-1) ?? ''}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
  })
}
