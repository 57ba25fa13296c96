import { expect, test } from 'vitest'
import { problemOfWebAddress } from './web-address.ts'

test.each([
  'https://login.example.com',
  'https://login.example.com:8443/sso?tenant=1',
  'http://localhost:9000/sso',
  'http://[::1]/',
])('%s is an address to send browsers to', (address) => {
  expect(problemOfWebAddress(address, { allowHttp: false })).toBeUndefined()
})

test.each([
  ['login.example.com', 'whole address'],
  ['/login', 'whole address'],
  ['javascript:alert(1)', 'https://'],
  ['data:text/html,x', 'https://'],
  ['http://login.example.com', 'https'],
  ['http://localhost.example.com', 'https'],
  ['https://anna@login.example.com', 'user'],
  ['https://login.example.com/#/sso', 'after #'],
  ['https://login.example.com/\nset-cookie: x', 'whole address'],
])('%s is not', (address, word) => {
  expect(problemOfWebAddress(address, { allowHttp: false })).toContain(word)
})

test('plain http is for the operator to allow', () => {
  expect(problemOfWebAddress('http://login.intranet/', { allowHttp: true })).toBeUndefined()
  expect(problemOfWebAddress('javascript:alert(1)', { allowHttp: true })).toBeDefined()
})
