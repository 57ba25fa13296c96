import { TranslationExcludedWords } from '@parley/contract'
import { siteFeature } from './site-feature.ts'

/** Words that stay as they are when messages are translated. */
export const translationExcludedWords = siteFeature<typeof TranslationExcludedWords>({
  entity: TranslationExcludedWords,
  feature: 'translationExcludedWords',
  audit: { category: 'liveChat', actionType: 'autoTranslationManagement' },
  noun: 'the words that are not translated',
  initial: { excludedWords: [] },
  check(_ctx, _work, next) {
    const words = (next.excludedWords as string[]).map((word) => word.trim()).filter(Boolean)
    next.excludedWords = [...new Set(words)]
  },
})
