import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { list, text } from '../schema/field.ts'

export const TranslationExcludedWords = entity('TranslationExcludedWords', {
  excludedWords: list(text()).mandatory(),
})

/** The operations on translation excluded words. */
export const translationExcludedWords = {
  get: defineOperation({
    id: 'translationExcludedWords.get',
    method: 'GET',
    path: '/api/v3/livechat/translationExcludedWords',
    access: 'Manage Settings',
    summary: 'Get the words that are not translated',
    ok: answers(TranslationExcludedWords),
  }),
  update: defineOperation({
    id: 'translationExcludedWords.update',
    method: 'PUT',
    path: '/api/v3/livechat/translationExcludedWords',
    access: 'Manage Settings',
    summary: 'Change the words that are not translated',
    body: updates(TranslationExcludedWords),
    ok: answers(TranslationExcludedWords),
  }),
}
