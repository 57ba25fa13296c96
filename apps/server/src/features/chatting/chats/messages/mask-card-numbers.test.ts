import { expect, test } from 'vitest'
import { maskCardNumbers } from './mask-card-numbers.ts'

test.each([
  ['my card is 4111 1111 1111 1111, thanks', 'my card is **** **** **** 1111, thanks'],
  ['5500-0000-0000-0004', '****-****-****-0004'],
  ['378282246310005', '***********0005'],
  ['two: 4111111111111111 and 4012888888881881', 'two: ************1111 and ************1881'],
])('masks card numbers: %s', (text, masked) => {
  expect(maskCardNumbers(text)).toBe(masked)
})

test.each(['order 4111111111111112', 'call 0044 20 7946 0018', '12345678901234567890123', 'no number'])(
  'leaves other numbers alone: %s',
  (text) => {
    expect(maskCardNumbers(text)).toBe(text)
  },
)
