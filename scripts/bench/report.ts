import type { Figures, Measured } from './measure.ts';
import type { Engine } from './options.ts';

export interface Target {
  what: string;
  aim: string;
  found: string;
  met: boolean;
}

const GROWTH = 1.25;

const fixed = (value: number, digits: number) => value.toFixed(digits);
const times = (value: number) => `${fixed(value, 2)}×`;

function row(label: string, messages: number, figures: Figures, floor: Figures | undefined): string {
  const { p50Ms, p99Ms, perSecond, cpuMsPerCall } = figures;
  return [
    label.padEnd(28),
    String(messages).padStart(8),
    fixed(p50Ms, 3).padStart(9),
    fixed(p99Ms, 3).padStart(9),
    fixed(perSecond, 0).padStart(8),
    (cpuMsPerCall === null ? '–' : fixed(cpuMsPerCall, 3)).padStart(8),
    (floor === undefined ? '' : times(p50Ms / floor.p50Ms)).padStart(10),
    (floor === undefined ? '' : `${fixed((100 * perSecond) / floor.perSecond, 0)} %`).padStart(8),
  ].join(' ');
}

export const TABLE_HEAD = [
  ''.padEnd(28),
  'messages'.padStart(8),
  'p50 ms'.padStart(9),
  'p99 ms'.padStart(9),
  '/s'.padStart(8),
  'CPU ms'.padStart(8),
  'p50:floor'.padStart(10),
  '/s:floor'.padStart(8),
].join(' ');

export function tableRows(measured: readonly Measured[]): string[] {
  return measured.flatMap(({ scenario, messages, product, floor }) => [
    row(scenario, messages, product, floor),
    row('  floor', messages, floor, undefined),
  ]);
}

/** How the largest size compares with the smallest, by median time and by throughput; the worse of the two counts. */
function growthOf(sizes: readonly Measured[]): number | undefined {
  const [small, large] = [sizes[0], sizes[sizes.length - 1]];
  if (small === undefined || large === undefined || small === large) return undefined;
  return Math.max(
    large.product.p50Ms / small.product.p50Ms,
    small.product.perSecond / large.product.perSecond,
  );
}

/**
 * The aims that the project has set itself, and whether they are met at the largest size. On PostgreSQL claims and
 * messages have a number per second to reach; on SQLite every commit waits for the disk, so there they are held against
 * the floor, which waits for the same disk.
 */
export function targetsOf(engine: Engine, all: readonly Measured[]): Target[] {
  const targets: Target[] = [];
  const at = (name: string) => all.filter(({ scenario }) => scenario === name);
  const aim = (name: string, text: string, judge: (one: Measured) => { found: string; met: boolean }) => {
    const largest = at(name).at(-1);
    if (largest !== undefined) targets.push({ what: name, aim: text, ...judge(largest) });
  };
  const p50Ratio = (most: number) => (one: Measured) => {
    const ratio = one.product.p50Ms / one.floor.p50Ms;
    return { found: times(ratio), met: ratio <= most };
  };
  const share = (least: number) => (one: Measured) => {
    const ratio = one.product.perSecond / one.floor.perSecond;
    return {
      found: `${fixed(100 * ratio, 0)} % (${fixed(one.product.perSecond, 0)}/s)`,
      met: ratio >= least,
    };
  };
  const perSecond = (least: number) => (one: Measured) => ({
    found: `${fixed(one.product.perSecond, 0)}/s`,
    met: one.product.perSecond >= least,
  });
  aim('queue page, 1 conn', 'p50 ≤ 1.6× the floor', p50Ratio(1.6));
  aim('queue page, 16 conn', '≥ 60 % of the floor', share(0.6));
  aim('decide, 1 conn', '≥ 40 % of the floor', share(0.4));
  aim('decide, 16 conn', '≥ 40 % of the floor', share(0.4));
  if (engine === 'postgres') {
    aim('claim next, 32 conn', '≥ 1000/s, none twice', perSecond(1_000));
    aim('ingest, 32 conn', '≥ 1500/s', perSecond(1_500));
    aim('ingest, 64 conn', '≥ 1500/s', perSecond(1_500));
  } else {
    aim('claim next, 32 conn', '≥ 60 % of the floor', share(0.6));
    aim('ingest, 32 conn', '≥ 60 % of the floor', share(0.6));
    aim('ingest, 64 conn', '≥ 60 % of the floor', share(0.6));
  }
  for (const name of new Set(all.map(({ scenario }) => scenario))) {
    const growth = growthOf(at(name));
    if (growth !== undefined)
      targets.push({ what: name, aim: `growth ≤ ${GROWTH}×`, found: times(growth), met: growth <= GROWTH });
  }
  return targets;
}

export function targetRows(engine: Engine, targets: readonly Target[]): string[] {
  return targets.map(
    ({ what, aim, found, met }) =>
      `${met ? 'met    ' : 'NOT MET'} ${engine.padEnd(8)} ${what.padEnd(28)} ${aim.padEnd(24)} ${found}`,
  );
}
