const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })
const average = new Intl.NumberFormat('en', { maximumFractionDigits: 2, minimumFractionDigits: 2 })
const share = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })
const signed = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' })

/** A count with thousands separated. */
export function formatCount(value: number): string {
  return whole.format(value)
}

/** An average with two places, so that columns line up. */
export function formatAverage(value: number): string {
  return average.format(value)
}

/** `12.5%` for 0.125. */
export function formatShare(value: number): string {
  return share.format(value)
}

/** From here on a percentage says less than a factor. */
const FACTOR_FROM = 9

/** `+12%` for 0.12; `×15` when there is fifteen times as much. */
export function formatChange(value: number): string {
  return value >= FACTOR_FROM ? `×${whole.format(value + 1)}` : signed.format(value)
}
