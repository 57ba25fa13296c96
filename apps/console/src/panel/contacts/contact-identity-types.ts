import type { Shape } from '@parley/contract'

type Type = Shape<'ContactIdentity'>['type']

/** How a contact can be known, in words. */
export const identityTypes: Record<Type, string> = {
  email: 'E-mail',
  SMS: 'SMS',
  Whatsapp: 'WhatsApp',
  Facebook: 'Facebook',
  Twitter: 'Twitter',
  WeChat: 'WeChat',
  visitor: 'Visitor',
  ssoid: 'Single sign-on id',
  externalid: 'External id',
  inphase: 'InPhase',
}
