import { type LaunchOptions, runGatehouse } from '../../api/testing/processes.ts';

/** What `gatehouse import` prints. */
export interface Counts {
  resource: string;
  received: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  /** Of messages: where they stand. */
  dispositions?: Record<string, number>;
}

/** One file, imported twice. */
export interface ImportedTwice {
  first: Counts;
  second: Counts;
  /** Of each import, ms. */
  took: [number, number];
}

async function importOnce(resource: string, file: string, launch: LaunchOptions): Promise<Counts> {
  const { exit, stdout, stderr } = await runGatehouse(['import', '--resource', resource, file], launch);
  if (exit.code !== 0) throw new Error(`Importing ${resource} failed:\n${stderr}`);
  return JSON.parse(stdout) as Counts;
}

/** Imports a file twice by the command that an operator uses. */
export async function importTwice(
  resource: string,
  file: string,
  launch: LaunchOptions,
): Promise<ImportedTwice> {
  const begun = performance.now();
  const first = await importOnce(resource, file, launch);
  const between = performance.now();
  const second = await importOnce(resource, file, launch);
  return { first, second, took: [between - begun, performance.now() - between] };
}

/** What does not add up: a record that is not accounted for, or something that the second import doubled. */
export function importMismatches({ first, second }: ImportedTwice): string[] {
  const mismatches: string[] = [];
  for (const [time, counts] of [
    ['first', first],
    ['second', second],
  ] as const) {
    const { resource, received, created, updated, unchanged, refused, dispositions } = counts;
    const accounted = created + updated + unchanged + refused;
    if (accounted !== received)
      mismatches.push(`${resource}, ${time} import: ${accounted} of ${received} are accounted for`);
    const standing = Object.values(dispositions ?? {}).reduce((sum, n) => sum + n, 0);
    if (dispositions !== undefined && standing !== received - refused)
      mismatches.push(`${resource}, ${time} import: ${standing} of ${received - refused} stand anywhere`);
  }
  if (second.created > 0 || second.updated > 0)
    mismatches.push(
      `${second.resource}: the second import created ${second.created}, updated ${second.updated}`,
    );
  if (second.received !== first.received || second.refused !== first.refused)
    mismatches.push(`${second.resource}: the second import counted otherwise than the first`);
  return mismatches;
}
