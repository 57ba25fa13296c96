/** Runs of 13 to 19 digits, as people write card numbers: plain, or in groups with spaces or dashes. */
const CANDIDATE = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g

/** Replaces all but the last four digits of every number that could be a credit card's. */
export function maskCardNumbers(text: string): string {
  return text.replace(CANDIDATE, (number) => (isCardNumber(number) ? mask(number) : number))
}

/** Whether the text holds a number that could be a credit card's. */
export function hasCardNumber(text: string): boolean {
  return text.match(CANDIDATE)?.some(isCardNumber) ?? false
}

function isCardNumber(number: string): boolean {
  const digits = number.replace(/\D/g, '')
  let sum = 0
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

function mask(number: string): string {
  const visibleFrom = number.length - 4
  return number.replace(/\d/g, (digit, index: number) => (index < visibleFrom ? '*' : digit))
}
