import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { paletteOf } from './colour.ts'

const anyColor = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 3, maxLength: 3 })
const hex = (color: number[]) => `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`
const partsOf = (css: string) => css.match(/\d+/g)?.map(Number) ?? []

describe('the colours of a campaign', () => {
  test('text on the colour, and the colour as text, can be read in both themes', () => {
    fc.assert(
      fc.property(anyColor, fc.boolean(), (color, isDark) => {
        const palette = paletteOf(hex(color), isDark)
        const ground = isDark ? [23, 26, 31] : [255, 255, 255]
        expect(contrast(partsOf(palette['--accent']), partsOf(palette['--on-accent']))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(partsOf(palette['--accent-text']), ground)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 3000 },
    )
  })

  test('a colour that can be read is left alone', () => {
    expect(paletteOf('#0f766e', false)).toEqual({
      '--accent': 'rgb(15 118 110)',
      '--on-accent': 'rgb(255 255 255)',
      '--accent-text': 'rgb(15 118 110)',
    })
  })

  test('short forms are understood, and what is no colour gives the one of the house', () => {
    expect(paletteOf('#09c', false)['--accent']).toBe('rgb(0 153 204)')
    expect(paletteOf('red;} body{', false)['--accent']).toBe('rgb(15 118 110)')
  })
})

/** As WCAG 2.2 writes it, on purpose not with the code under test. */
function contrast(a: number[], b: number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: number[]): number {
  const [r = 0, g = 0, b = 0] = color
    .map((part) => part / 255)
    .map((share) => (share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
