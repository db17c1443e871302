/** One call that carries an `Idempotency-Key`. */
export interface IdempotentCall {
  key: string;
  /** Keys of different callers do not meet. */
  caller: string;
  /** Everything that makes the request what it is; the same key with another request is refused. */
  request: unknown;
}

export interface StoredAnswer {
  status: number;
  body: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** Runs a call at most once per key, and gives the first answer again afterwards. */
export interface Idempotency {
  /**
   * @throws RuleError 422 where the key was used for another request
   * @throws ConflictError 409 while the first call is in flight
   */
  once(call: IdempotentCall, run: () => Promise<StoredAnswer>): Promise<StoredAnswer>;
}
