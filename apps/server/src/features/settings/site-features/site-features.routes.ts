import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { changeDynamicCampaign, getDynamicCampaign } from './dynamic-campaign.ts'
import { changeMobilePush, getMobilePush } from './mobile-push.ts'
import { translationExcludedWords } from './translation-excluded-words.ts'

export const siteFeatureRoutes = [
  implement(api.mobilePush.get, (ctx) => getMobilePush(ctx)),
  implement(api.mobilePush.update, (ctx, { body }) => changeMobilePush(ctx, body)),
  implement(api.translationExcludedWords.get, (ctx) => translationExcludedWords.get(ctx, null)),
  implement(api.translationExcludedWords.update, (ctx, { body }) => translationExcludedWords.update(ctx, null, body)),
  implement(api.dynamicCampaign.get, (ctx, { query }) => getDynamicCampaign(ctx, query.include)),
  implement(api.dynamicCampaign.update, (ctx, { body }) => changeDynamicCampaign(ctx, body)),
]
