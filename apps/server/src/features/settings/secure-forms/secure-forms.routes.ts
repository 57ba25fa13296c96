import { api } from '@parley/contract'
import { implement } from '../../../http/implement.ts'
import { secureFormFieldsResource as fields } from './secure-form-fields.resource.ts'
import { secureFormsResource as forms } from './secure-forms.resource.ts'

export const secureFormRoutes = [
  implement(api.secureForms.list, (ctx) => forms.list(ctx)),
  implement(api.secureForms.get, (ctx, { params }) => forms.get(ctx, params.id)),
  implement(api.secureForms.create, (ctx, { body }) => forms.create(ctx, body)),
  implement(api.secureForms.update, (ctx, { params, body }) => forms.update(ctx, params.id, body)),
  implement(api.secureForms.delete, async (ctx, { params }) => void (await forms.remove(ctx, params.id))),
  implement(api.secureFormFields.list, (ctx, { params }) => fields.list(ctx, params.secureFormId)),
  implement(api.secureFormFields.get, (ctx, { params }) => fields.get(ctx, params.secureFormId, params.id)),
  implement(api.secureFormFields.create, (ctx, { params, body }) => fields.create(ctx, params.secureFormId, body)),
  implement(api.secureFormFields.update, (ctx, { params, body }) =>
    fields.update(ctx, params.secureFormId, params.id, body),
  ),
  implement(
    api.secureFormFields.delete,
    async (ctx, { params }) => void (await fields.remove(ctx, params.secureFormId, params.id)),
  ),
]
