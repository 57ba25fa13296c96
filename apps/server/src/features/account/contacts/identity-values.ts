/** Whether a text can be the value of an identity of the type e-mail. */
export function isAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text)
}
