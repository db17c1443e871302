import type { Database } from '../../api/db/database.ts';

/** One statement with its values, as the product gave it to the database. */
export interface Statement {
  sql: string;
  bindings: unknown[];
}

/** What the product asks of the database for each read that is measured: the floor asks exactly the same. */
export interface Recording {
  /** By number of the page. */
  pages: Statement[][];
  /** By id of the case. */
  cases: Record<string, Statement[]>;
}

/** A database that remembers its reads. */
export function recordingDatabase(database: Database) {
  let statements: Statement[] = [];
  return {
    database: {
      ...database,
      select: <Row>(sql: string, bindings: readonly unknown[]) => {
        statements.push({ sql, bindings: [...bindings] });
        return database.select<Row>(sql, bindings);
      },
    },
    /** The reads since the last time. */
    take(): Statement[] {
      const taken = statements;
      statements = [];
      return taken;
    },
  };
}
