import { describe, expect, test } from 'vitest'
import { browserFacts, windowsZoneOf } from './browser-facts.ts'
import { mergeVariables } from './merge-variables.ts'
import { checkPageAddress } from './page-address.ts'
import { searchOf } from './search-engines.ts'

describe('search engines', () => {
  test.each([
    ['https://www.google.com/search?q=blue%20shoes&hl=en', { engine: 'Google', keywords: 'blue shoes' }],
    ['https://www.google.co.uk/', { engine: 'Google', keywords: null }],
    ['https://www.bing.com/search?q=a+b', { engine: 'Bing', keywords: 'a b' }],
    ['https://de.search.yahoo.com/search?p=x', { engine: 'Yahoo', keywords: 'x' }],
    ['https://www.baidu.com/s?wd=%E9%9E%8B', { engine: 'Baidu', keywords: '鞋' }],
    ['https://yandex.ru/search/?text=x', { engine: 'Yandex', keywords: 'x' }],
    ['https://notgoogle.example/?q=x', null],
    ['https://shop.example/?q=google.com', null],
    ['no address', null],
    [null, null],
  ])('VIS-3 %s', (referrer, found) => {
    expect(searchOf(referrer)).toEqual(found)
  })
})

describe('browsers', () => {
  test.each([
    ['Europe/Berlin', 'W. Europe Standard Time'],
    ['America/New_York', 'Eastern Standard Time'],
    ['Asia/Calcutta', 'India Standard Time'],
    ['Etc/UTC', 'UTC'],
    ['Tokyo Standard Time', 'Tokyo Standard Time'],
    ['Nowhere/Land', null],
    ['', null],
  ])('VIS-3 the zone %s is %s', (zone, id) => {
    expect(windowsZoneOf(zone)).toBe(id)
  })

  test('VIS-3 what the page does not tell is taken from the request', () => {
    const facts = browserFacts(
      undefined,
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    )
    expect(facts).toMatchObject({ browser: 'Safari 18', operatingSystem: 'macOS Catalina', language: null })
    expect(browserFacts({ userAgent: '' } as never, null)).toMatchObject({ browser: null, userAgent: null })
    expect(browserFacts({ userAgent: '(((' } as never, null)).toMatchObject({ browser: null, userAgent: '(((' })
  })
})

describe('addresses of pages', () => {
  test.each(['https://shop.example/?x=javascript:1', 'http://localhost:4000/', 'file:///home/me/shop.html', ''])(
    'VIS-10 %j may be sent',
    (url) => expect(() => checkPageAddress({ url, referrer: url })).not.toThrow(),
  )

  test.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
  ])('VIS-10 %j may not be sent', (url) => {
    expect(() => checkPageAddress({ url })).toThrow("'page.url'")
    expect(() => checkPageAddress({ url: 'https://shop.example/', referrer: url })).toThrow("'page.referrer'")
  })
})

describe('custom variables', () => {
  const defined = [
    { name: 'Plan', type: 'text' },
    { name: 'Items', type: 'integer' },
    { name: 'Total', type: 'decimal' },
  ]
  const set = (name: string, value: string | null) =>
    mergeVariables(defined, [{ name: 'Plan', value: 'gold' }], [{ name, value }])

  test('VIS-5 the later value counts, under the name the site gave it', () => {
    expect(set('PLAN', 'silver')).toEqual([{ name: 'Plan', value: 'silver' }])
    expect(set('plan', '')).toEqual([])
    expect(set('other', 'x')).toEqual([{ name: 'Plan', value: 'gold' }])
    expect(set('items', ' -12 ')).toContainEqual({ name: 'Items', value: '-12' })
    expect(set('total', '1.50')).toContainEqual({ name: 'Total', value: '1.50' })
  })

  test.each([
    ['Items', '1.5'],
    ['Items', 'NaN'],
    ['Total', '1,50'],
    ['Total', '1e5'],
    ['Plan', 'x'.repeat(1025)],
  ])('VIS-5 %s cannot be %s', (name, value) => {
    expect(() => set(name, value)).toThrow(/variables\[0\]\.value/)
  })
})
