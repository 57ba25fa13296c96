/** Whether a chat that opens takes the keyboard to its composer. */
let isWanted = true

/** Says so for the chat that opens next: not while somebody goes through the list by single keys, which would be typed then. */
export function wantComposerFocus(wanted: boolean): void {
  isWanted = wanted
}

/** Asked by the composer when it appears. On a touch screen the keyboard would hide what was asked. */
export function isComposerFocusWanted(): boolean {
  return isWanted && window.matchMedia('(hover: hover)').matches
}
