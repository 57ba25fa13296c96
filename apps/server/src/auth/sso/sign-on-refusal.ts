import type { SsoProblem } from '@parley/contract'

/**
 * A sign-in by single sign-on that came to nothing. The browser learns `problem`, which tells nothing of any account;
 * the message is for the log.
 */
export class SignOnRefusal extends Error {
  readonly problem: SsoProblem

  constructor(problem: SsoProblem, message: string, options: { cause?: unknown } = {}) {
    super(message, options)
    this.name = 'SignOnRefusal'
    this.problem = problem
  }
}

/** An e-mail address out of an answer of the company's. Throws when it is none. */
export function readEmail(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text.length > 254 || text.includes('\0') || !/^[^\s@]+@[^\s@]+$/.test(text))
    throw new SignOnRefusal('invalid', 'the answer names no e-mail address')
  return text
}
