import { AgentWrapUp, CampaignOfflineMessage, PostChat, PreChat } from '@parley/contract'
import { formElsewhere } from '../form-fields/form.ts'
import { campaignPart } from './campaign-part.ts'

export const preChat = campaignPart<typeof PreChat>({
  entity: PreChat,
  part: 'preChat',
  noun: 'the pre-chat form',
  initial: {
    isEnable: true,
    isTeamNameDisplayed: false,
    isAgentAvatarDisplayed: true,
    socialMediaLogin: 'none',
    isEnableGoogleReCAPTCHA: false,
    isVisitorInfoRecorded: true,
    formFieldLayoutStyle: 'aboveInput',
  },
  elsewhere: formElsewhere('preChat'),
})

export const postChat = campaignPart<typeof PostChat>({
  entity: PostChat,
  part: 'postChat',
  noun: 'the post-chat survey',
  initial: { isEnable: true, greetingMessage: 'How did we do?', formFieldLayoutStyle: 'aboveInput' },
  elsewhere: formElsewhere('postChat'),
})

export const offlineMessage = campaignPart<typeof CampaignOfflineMessage>({
  entity: CampaignOfflineMessage,
  part: 'offlineMessage',
  noun: 'the offline message form',
  initial: {
    type: 'systemOfflineMessageWindow',
    ifOpenCustomOfflineMessagePageInNewWindow: true,
    isTeamNameDisplayed: false,
    isAgentAvatarDisplayed: false,
    emailOfflineMessageTo: 'allAgents',
    customEmailIfAddClientInfo: true,
    customEmailIfAddGeoInfo: true,
    customEmailIfAddNavigationInfo: true,
    customEmailIfAddVisitorInfo: true,
    formFieldLayoutStyle: 'aboveInput',
  },
  elsewhere: formElsewhere('offlineMessage'),
})

export const agentWrapUp = campaignPart<typeof AgentWrapUp>({
  entity: AgentWrapUp,
  // the wrap-up form has fields only, which are rows of their own
  part: null,
  noun: 'the wrap-up form',
  initial: {},
  elsewhere: formElsewhere('agentWrapUp'),
})
