import { randomInt } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';

/** How passwords are kept and compared. */
export interface Passwords {
  hash(password: string): Promise<string>;
  /** Where there is no account, pass `undefined`: the answer is false, and it takes as long as any other. */
  verify(stored: string | undefined, password: string): Promise<boolean>;
}

/** argon2id, 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, ASVS 5.0 11.4.2. */
const ARGON2ID: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function createPasswords(): Passwords {
  let nobody: Promise<string> | undefined;
  return {
    hash: (password) => hash(password, ARGON2ID),
    async verify(stored, password) {
      nobody ??= hash(generatePassword(), ARGON2ID);
      const right = await verify(stored ?? (await nobody), password);
      return stored !== undefined && right;
    },
  };
}

// without what is mistaken for something else when it is read out or copied by hand
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 5;

/** A password that Gatehouse makes up: 25 of 31 signs, 123 bits, in groups: `k3mfx-…`. */
export function generatePassword(): string {
  const group = () => Array.from({ length: GROUP_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}
