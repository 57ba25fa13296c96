import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, flag, guid, integer, list, longText, text } from '../schema/field.ts'

export const ChatButton = entity('ChatButton', {
  type: choice(['adaptive', 'image', 'textLink']).initially('adaptive'),
  isHideWhenOffline: flag(),
  isDomainRestrictionEnabled: flag(),
  allowedDomains: list(text()),
  adaptiveButtonColor: text(),
  adaptiveButtonRightOffset: integer().initially(0),
  adaptiveButtonBottomOffset: integer().initially(0),
  adaptiveButtonRightOffsetOnMobile: integer().initially(0),
  adaptiveButtonBottomOffsetOnMobile: integer().initially(0),
  isCustomizedAdaptiveButtonUsed: flag(),
  customizedAdaptiveButtonIcon: longText(),
  isImageButtonFloating: flag(),
  imageButtonPosition: choice([
    'centered',
    'topLeft',
    'topMiddle',
    'topRight',
    'bottomLeft',
    'bottomMiddle',
    'bottomRight',
    'leftMiddle',
    'rightMiddle',
    'static',
  ]),
  imageButtonPositionMode: choice(['Basic', 'Advanced']),
  isImageButtonXOffsetByPixel: flag(),
  imageButtonXOffset: integer(),
  isImageButtonYOffsetByPixel: flag(),
  imageButtonYOffset: integer(),
  imageButtonImageSource: choice(['fromGallery', 'fromMyComputer']).readOnly(),
  imageButtonOnlineImage: guid().readOnly(),
  imageButtonOfflineImage: guid().readOnly(),
  imageButtonTypeOnMobile: choice(['text', 'image']),
  imageButtonColorOnMobile: text(),
  imageButtonTextColorOnMobile: longText(),
  imageButtonOnlineImageOnMobile: guid().readOnly(),
  imageButtonOfflineImageOnMobile: guid().readOnly(),
  imageButtonPositionOnMobile: choice(
    ['bottomLeft', 'bottomMiddle', 'bottomRight', 'topLeft', 'leftMiddle', 'rightMiddle', 'leftBottom', 'rightBottom'],
    { RightMiddle: 'rightMiddle' },
  ),
  textLinkButtonText: longText(),
})

/** The operations on chat button. */
export const chatButton = {
  get: defineOperation({
    id: 'chatButton.get',
    method: 'GET',
    path: '/api/v3/livechat/campaigns/{campaignId}/chatButton',
    access: 'agent',
    summary: 'Get the chat button of a campaign',
    params: { campaignId: guid().mandatory() },
    ok: answers(ChatButton),
  }),
  update: defineOperation({
    id: 'chatButton.update',
    method: 'PUT',
    path: '/api/v3/livechat/campaigns/{campaignId}/chatButton',
    access: 'Manage Campaigns',
    summary: 'Change the chat button of a campaign',
    params: { campaignId: guid().mandatory() },
    body: updates(ChatButton),
    ok: answers(ChatButton),
  }),
}
