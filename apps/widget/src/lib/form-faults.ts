import type { Words } from '../locale/en.ts'

/** What is wrong with a form, by field: the key of the words for it. */
export type Faults = {
  readonly [field in 'name' | 'email' | 'message']?: keyof Words & `${string}${'Missing' | 'Wrong'}`
}

interface FormValues {
  readonly name: string
  readonly email: string
  /** Left out where there is no such field, as in the form before a chat, where the address is optional too. */
  readonly message?: string
}

// The contract's own pattern of an address
const EMAIL = /^[^\s@<>"\\]+@[^\s@<>"\\]+$/

/** Says what is missing or wrong; an empty object is a good form. */
export function faultsOf({ name, email, message }: FormValues): Faults {
  const isAddress = EMAIL.test(email.trim())
  const isEmailNeeded = message !== undefined
  return {
    ...(name.trim() ? {} : { name: 'nameMissing' }),
    ...(isAddress || (!email && !isEmailNeeded) ? {} : { email: email ? 'emailWrong' : 'emailMissing' }),
    ...(message?.trim() !== '' ? {} : { message: 'messageMissing' }),
  }
}
