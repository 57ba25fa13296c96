import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the document is that clients in other languages are made from. */
export const documentPath = fileURLToPath(new URL('../../../docs/api/openapi.json', import.meta.url))

/** The document, as it is committed. */
export function readDocument(): string {
  return readFileSync(documentPath, 'utf8')
}
