/**
 * Operations of the contract that nothing serves yet, by resource. The list may only shrink; a test compares it with
 * the routes.
 */
export const notYet: readonly string[] = []
