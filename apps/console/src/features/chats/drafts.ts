/** What is written but not sent in a chat. */
export interface Draft {
  readonly text: string
  readonly isNote: boolean
}

const noDraft: Draft = { text: '', isNote: false }

function key(chatId: string): string {
  return `parley.draft.${chatId}`
}

/** The draft of a chat; it lives as long as the tab. */
export function readDraft(chatId: string): Draft {
  try {
    const stored = sessionStorage.getItem(key(chatId))
    return stored ? { ...noDraft, ...(JSON.parse(stored) as Partial<Draft>) } : noDraft
  } catch {
    return noDraft
  }
}

/** Keeps the draft of a chat; an empty one is forgotten. */
export function writeDraft(chatId: string, draft: Draft): void {
  try {
    if (draft.text) sessionStorage.setItem(key(chatId), JSON.stringify(draft))
    else sessionStorage.removeItem(key(chatId))
  } catch {
    // Without storage the draft lasts as long as the conversation is open.
  }
}
