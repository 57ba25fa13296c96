import { hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP asks for at least: 64 MiB, two passes. */
const STRENGTH = { memoryCost: 65_536, timeCost: 2, parallelism: 1 }
export const SHORTEST_PASSWORD = 8

/** Hashes a password; the result names its own parameters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, STRENGTH)
}

/** Whether the password belongs to the hash. */
export function isPassword(hashed: string, password: string): Promise<boolean> {
  return verify(hashed, password)
}

let decoy: Promise<string> | undefined

/** Takes as long as a real check, so that nobody learns from the time whether an account exists. */
export async function pretendToCheck(password: string): Promise<void> {
  decoy ??= hashPassword('no account has this one')
  await isPassword(await decoy, password)
}
