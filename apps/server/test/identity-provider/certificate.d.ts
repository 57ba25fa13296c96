import { type KeyObject } from 'node:crypto';
/** A key of an identity provider with the certificate that it gives to others. */
export interface SigningKey {
    readonly privateKey: KeyObject;
    /** PEM */
    readonly certificate: string;
}
/** Makes a key and a certificate that it signed itself (RFC 5280, 4.1): only what a reader insists on. */
export declare function makeSigningKey(name?: string, type?: 'rsa' | 'ec'): SigningKey;
