import { parseArgs } from 'node:util';

export type Engine = 'sqlite' | 'postgres';

export interface Options {
  /** Numbers of messages, the smaller first: the growth from the one to the other is reported. */
  sizes: number[];
  engines: Engine[];
  /** Only scenarios whose name contains this. */
  only: string | undefined;
  /** How often the four servers take their turns, and how long a turn may last. */
  rounds: number;
  seconds: number;
  /** A folder for CPU profiles of the product's server; undefined: none are made. */
  profileDir: string | undefined;
}

const HELP = `npm run bench -- [options]
  --quick              10,000 and 100,000 messages, short rounds: does it work at all?
  --size <n>[,<n>]     numbers of messages (100000,1000000)
  --engine <name>      sqlite or postgres (both, PostgreSQL where it is reachable)
  --only <text>        only the measurements whose name contains the text
  --rounds <n>         how often product and floor take turns (4)
  --seconds <n>        how long a turn may last (1)
  --profile <folder>   writes a CPU profile of each product server
PostgreSQL is looked for at BENCH_POSTGRES_URL (postgres://postgres@127.0.0.1:5432/postgres); a database of the bench's
own is made there and dropped.
`;

/** Reads the command line; prints the help and ends the process where that is asked for. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      size: { type: 'string' },
      engine: { type: 'string' },
      only: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const engines: Engine[] = ['sqlite', 'postgres'];
  return {
    sizes: (values.size ?? (values.quick ? '10000,100000' : '100000,1000000')).split(',').map(Number),
    engines: engines.filter((engine) => values.engine === undefined || values.engine === engine),
    only: values.only,
    rounds: Number(values.rounds ?? (values.quick ? 3 : 4)),
    seconds: Number(values.seconds ?? (values.quick ? 0.8 : 1)),
    profileDir: values.profile,
  };
}
