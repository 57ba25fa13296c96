import { expect, test } from 'vitest'
import { isPageAllowed, isPageEntry } from './allowed-pages-rules.ts'

test.each([
  ['https://shop.example/cart', ['shop.example']],
  ['https://www.shop.example/cart', ['shop.example']],
  ['https://shop.example/', ['www.shop.example']],
  ['https://a.b.shop.example/', ['*.shop.example']],
  ['http://SHOP.example/', [' https://Shop.Example/ ']],
  ['http://localhost:8080/demo', ['localhost']],
  ['http://localhost:8080/demo', ['localhost:8080']],
  ['https://shop.example/Help/faq', ['other.example', 'https://shop.example/help']],
  ['https://anywhere.example/', []],
  ['https://anywhere.example/', [' ']],
])('%s is allowed by %j', (page, allowed) => {
  expect(isPageAllowed(page, allowed)).toBe(true)
})

test.each([
  ['https://evil.example/', ['shop.example']],
  ['https://notshop.example/', ['shop.example']],
  ['https://shop.example.evil.example/', ['shop.example']],
  ['https://evil.example/shop.example', ['shop.example']],
  ['https://shop.example/about', ['shop.example/help']],
  ['http://localhost:4000/', ['localhost:8080']],
  ['not an address', ['shop.example']],
  ['https://shop.example/', ['http://']],
])('%s is not by %j', (page, allowed) => {
  expect(isPageAllowed(page, allowed)).toBe(false)
})

test.each([
  ' ',
  'shop.example',
  '*.shop.example',
  'http://localhost:8080/demo',
  '例え.jp',
  '192.0.2.1',
  '//shop.example',
])('%s can be an entry', (entry) => {
  expect(isPageEntry(entry)).toBe(true)
})

test.each(['*', 'shop.*', 'http://', 'our shop', 'shop^.example', 'shop.example:port'])('%s can not', (entry) => {
  expect(isPageEntry(entry)).toBe(false)
})
