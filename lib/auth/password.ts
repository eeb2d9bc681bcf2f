import { hash, verify } from '@node-rs/argon2'

/** OWASP's argon2id floor: 19 MiB, two passes, one lane. About 25 ms of one core. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** An argon2id hash in the PHC string format, salt and cost included. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), cost)
}

/** Whether the password belongs to the hash. @throws when the hash is not an argon2 string. */
export function verifyPassword(passwordHash: string, password: string): Promise<boolean> {
  return verify(passwordHash, password.normalize('NFC'))
}
