import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import {
  privateCannedMessageCategoriesResource as categories,
  privateCannedMessagesResource as messages,
} from './private-canned-messages.resource.ts'
import { addPrivateQuestions } from './similar-questions.service.ts'

const categoryApi = api.privateCannedMessageCategories
const messageApi = api.privateCannedMessages

export const privateCannedMessageRoutes = [
  implement(categoryApi.list, (ctx) => categories.list(ctx)),
  implement(categoryApi.get, (ctx, { params }) => categories.get(ctx, params.id)),
  implement(categoryApi.create, (ctx, { body }) => categories.create(ctx, body)),
  implement(categoryApi.update, (ctx, { params, body }) => categories.update(ctx, params.id, body)),
  implement(categoryApi.delete, async (ctx, { params }) => void (await categories.remove(ctx, params.id))),
  implement(messageApi.list, (ctx, { query }) => messages.list(ctx, query)),
  implement(messageApi.get, (ctx, { params, query }) => messages.get(ctx, params.id, query.include)),
  implement(messageApi.create, (ctx, { body }) => messages.create(ctx, body)),
  implement(messageApi.update, (ctx, { params, body }) => messages.update(ctx, params.id, body)),
  implement(messageApi.delete, async (ctx, { params }) => void (await messages.remove(ctx, params.id))),
  implement(messageApi.addSimilarQuestions, (ctx, { params, body }) => addPrivateQuestions(ctx, params.id, body)),
]
