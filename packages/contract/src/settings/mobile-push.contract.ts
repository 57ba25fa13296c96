import { answers, defineOperation, updates } from '../operation.ts'
import { entity } from '../schema/entity.ts'
import { choice, longText, text } from '../schema/field.ts'

export const MobilePush = entity('MobilePush', {
  iosType: choice(['APNS', 'thirdParty']).mandatory(),
  iosProductionCertificateFileName: longText().mandatory(),
  iosProductionCertificateFileData: longText().mandatory(),
  iosProductionCertificatePassword: longText().mandatory(),
  iosDevelopmentCertificateFileName: longText().mandatory(),
  iosDevelopmentCertificateFileData: longText().mandatory(),
  iosDevelopmentCertificatePassword: longText().mandatory(),
  iosApnsPayloadFormat: text().mandatoryWhen('iosType', ['thirdParty']),
  iosThirdPartyURL: text(2048).mandatoryWhen('iosType', ['thirdParty']),
  iosThirdPartyRequestHeaders: text().mandatoryWhen('iosType', ['thirdParty']),
  iosThirdPartyBody: longText().mandatoryWhen('iosType', ['thirdParty']),
  androidType: choice(['GCM', 'thirdParty']).mandatory(),
  androidGcmAPIKey: text().mandatoryWhen('androidType', ['GCM']),
  androidGcmExtraData: text().mandatoryWhen('androidType', ['GCM']),
  androidThirdPartyURL: text(2048).mandatoryWhen('androidType', ['thirdParty']),
  androidThirdPartyRequestHeaders: text().mandatoryWhen('androidType', ['thirdParty']),
  androidThirdPartyRequestBody: longText().mandatoryWhen('androidType', ['thirdParty']),
})

/** The operations on mobile push. */
export const mobilePush = {
  get: defineOperation({
    id: 'mobilePush.get',
    method: 'GET',
    path: '/api/v3/livechat/mobilePush',
    access: 'agent',
    summary: 'Get the settings of mobile push',
    ok: answers(MobilePush),
  }),
  update: defineOperation({
    id: 'mobilePush.update',
    method: 'PUT',
    path: '/api/v3/livechat/mobilePush',
    aliases: ['/api/v3/livechat/mobilePush'],
    access: 'Manage Settings',
    summary: 'Change the settings of mobile push',
    body: updates(MobilePush),
    ok: answers(MobilePush),
  }),
}
