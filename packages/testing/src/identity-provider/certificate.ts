import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'

/** A key of an identity provider with the certificate that it gives to others. */
export interface SigningKey {
  readonly privateKey: KeyObject
  /** PEM */
  readonly certificate: string
}

/** Makes a key and a certificate that it signed itself (RFC 5280, 4.1): only what a reader insists on. */
export function makeSigningKey(name = 'Test identity provider', type: 'rsa' | 'ec' = 'rsa'): SigningKey {
  const encoding = {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  } as const
  const pair =
    type === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength: 2048, ...encoding })
      : generateKeyPairSync('ec', { namedCurve: 'P-256', ...encoding })
  const privateKey = createPrivateKey(pair.privateKey)
  const algorithm = type === 'rsa' ? sequence(oid('2a864886f70d01010b'), der(0x05)) : sequence(oid('2a8648ce3d040302'))
  const subject = sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))))
  const validity = sequence(der(0x17, Buffer.from('200101000000Z')), der(0x17, Buffer.from('400101000000Z')))
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  const serial = der(0x02, Buffer.from([1]))
  const toBeSigned = sequence(version, serial, algorithm, subject, validity, subject, pair.publicKey)
  const signature = der(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey))
  const base64 = sequence(toBeSigned, algorithm, signature).toString('base64')
  const lines = base64.match(/.{1,64}/g)?.join('\n')
  return { privateKey, certificate: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const oid = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

/** Tag, length, content. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
