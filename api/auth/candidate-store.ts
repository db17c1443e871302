import type { Database } from '../db/database.ts';
import { ACCOUNT_COLUMNS, type Account, type AccountRow, accountOf } from './account.ts';
import { addressDigest } from './address.ts';

/** An account that somebody wants to sign in to. */
export interface Candidate {
  account: Account;
  passwordHash: string;
  /** Whether it has signed in from this address before. */
  knownAddress: boolean;
}

const FIND = `SELECT ${ACCOUNT_COLUMNS.join(', ')}, password_hash FROM staff WHERE email = ?`;
const KNOWN = 'SELECT 1 AS known FROM staff_known_addresses WHERE staff_id = ? AND address = ?';

export function candidateFinder(database: Database) {
  return {
    /** Asks the same two questions whether the account exists or not. */
    async byEmail(email: string, ip: string): Promise<Candidate | undefined> {
      const [row] = await database.select<AccountRow & { password_hash: string }>(FIND, [email]);
      const id = row?.id ?? 'nobody';
      const known = await database.select(KNOWN, [id, addressDigest(id, ip)]);
      if (row === undefined) return undefined;
      return { account: accountOf(row), passwordHash: row.password_hash, knownAddress: known.length > 0 };
    },
  };
}
