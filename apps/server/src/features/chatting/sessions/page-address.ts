import { invalid } from '../../../lib/app-error.ts'

/** Addresses that run something when they are opened; browsers ignore blanks and control characters within them. */
const RUNS = /^(javascript|data|vbscript):/i

/** Agents open the addresses visitors send: one that is a program is refused. */
export function checkPageAddress({ url, referrer }: { url: string; referrer?: string | null | undefined }): void {
  if (isProgram(url)) throw invalid('page.url', 'must be the address of a page')
  if (referrer && isProgram(referrer)) throw invalid('page.referrer', 'must be the address of a page')
}

function isProgram(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are ignored
  return RUNS.test(address.replace(/[\u0000-\u0020]/g, ''))
}
