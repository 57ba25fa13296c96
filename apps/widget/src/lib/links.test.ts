import { describe, expect, test } from 'vitest'
import { splitLinks } from './links.ts'

const linksIn = (content: string) => splitLinks(content).flatMap(({ href }) => (href ? [href] : []))

describe('links in a message', () => {
  test('text around a link stays as it is', () => {
    const parts = splitLinks('See https://example.com/a?b=1#c, please.')
    expect(parts.map(({ text }) => text).join('')).toBe('See https://example.com/a?b=1#c, please.')
    expect(linksIn('See https://example.com/a?b=1#c, please.')).toEqual(['https://example.com/a?b=1#c'])
  })

  test('an address without a scheme is followed over HTTPS', () => {
    expect(linksIn('Go to www.example.com!')).toEqual(['https://www.example.com'])
  })

  test('brackets belong to an address only when it opened them', () => {
    expect(linksIn('(see https://example.com/tea)')).toEqual(['https://example.com/tea'])
    expect(linksIn('https://example.com/Tea_(drink)')).toEqual(['https://example.com/Tea_(drink)'])
  })

  test.each(['javascript:alert(1)', 'data:text/html,<b>x</b>', 'vbscript:x', 'file:///etc/passwd', '//example.com'])(
    '%s is no link',
    (content) => expect(linksIn(content)).toEqual([]),
  )

  test('a quote or an angle bracket ends an address', () => {
    expect(linksIn('<a href="https://example.com/x" onclick="y">')).toEqual(['https://example.com/x'])
  })
})
