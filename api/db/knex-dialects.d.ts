// knex ships no types for its dialect classes; these are the parts that our clients extend.
declare module 'knex/lib/dialects/better-sqlite3/index.js' {
  export default class Client {
    constructor(config: unknown);
    _query(connection: unknown, query: unknown): Promise<unknown>;
    transaction(...args: unknown[]): unknown;
  }
}

declare module 'knex/lib/dialects/postgres/index.js' {
  export default class Client {
    constructor(config: unknown);
    _query(connection: unknown, query: unknown): Promise<object>;
    transaction(...args: unknown[]): unknown;
  }
}
