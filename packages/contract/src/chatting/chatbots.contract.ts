import { entity } from '../schema/entity.ts'
import { choice, datetime, flag, guid, integer, list, longText, ref, text } from '../schema/field.ts'

export const Bot = entity('Bot', {
  id: guid().readOnly().always(),
  name: text().mandatory(),
  engineType: choice(['dialogflow', 'chloe', 'thirdParty']).readOnly(),
  language: text().readOnly(),
  avatar: ref('BotImage'),
  isTrained: flag(false).readOnly(),
  messageWhenNotHelpful: longText(),
  ifIncludeContactAgentOptionWhenNotHelpful: flag(true),
  messageWhenProvidingPossibleAnswer: longText(),
  consecutiveTimesOfPossibleAnswers: integer().initially(3),
  messageAfterVisitorChooseToContactAgent: longText(),
  contactAgentButtonTextWhenOnline: longText(),
  contactAgentButtonTextWhenOffline: longText(),
  formSubmitButtonText: longText(),
  formCancelButtonText: longText(),
  formConfirmButtonText: longText(),
  highConfidenceScore: integer().initially(40),
  noAnswerScore: integer().initially(10),
  lastUpdatedTime: datetime().readOnly(),
  enabledChannels: list(text()),
})

export const BotImage = entity('BotImage', {
  name: text(),
  url: text(2048),
})
