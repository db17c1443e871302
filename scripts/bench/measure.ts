import type { Bed, Subject } from './bed.ts';
import type { startLoader } from './processes.ts';
import type { Scenario } from './scenarios.ts';

/** What one server showed in one scenario: medians over its turns; p99 over all calls of all turns. */
export interface Figures {
  calls: number;
  p50Ms: number;
  p99Ms: number;
  perSecond: number;
  /** CPU time of the server's process; the database's own is not in it. Null: the system does not tell. */
  cpuMsPerCall: number | null;
}

export interface Measured {
  scenario: string;
  messages: number;
  product: Figures;
  floor: Figures;
}

function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

interface Turn {
  latencies: number[];
  seconds: number;
  cpuMs: number | undefined;
}

function summarize(turns: readonly Turn[]): Figures {
  const calls = turns.reduce((sum, turn) => sum + turn.latencies.length, 0);
  const cpu = turns.reduce((sum, turn) => sum + (turn.cpuMs ?? Number.NaN), 0);
  return {
    calls,
    p50Ms: quantile(
      turns.map((turn) => quantile(turn.latencies, 0.5)),
      0.5,
    ),
    p99Ms: quantile(
      turns.flatMap((turn) => turn.latencies),
      0.99,
    ),
    perSecond: quantile(
      turns.map((turn) => turn.latencies.length / turn.seconds),
      0.5,
    ),
    cpuMsPerCall: Number.isNaN(cpu) ? null : cpu / calls,
  };
}

/**
 * Runs one scenario on every server in turns (product, floor, at each size, and again), so that whatever else the
 * machine does meets all of them. The first turn of each is for warming up and does not count.
 */
export async function measure(
  scenario: Scenario,
  beds: readonly Bed[],
  loader: ReturnType<typeof startLoader>,
  { rounds, seconds }: { rounds: number; seconds: number },
): Promise<Measured[]> {
  const turnsOf = new Map<Subject, Turn[]>(
    beds.flatMap((bed) => [
      [bed.product, []],
      [bed.floor, []],
    ]),
  );

  async function takeTurn(bed: Bed, subject: Subject, round: number): Promise<void> {
    const calls = await scenario.prepare(bed, subject, round);
    const before = subject.server.cpuMs();
    const result = await loader.run({
      port: subject.server.port,
      connections: scenario.connections,
      seconds: round === 0 ? seconds / 2 : seconds,
      calls,
      repeat: scenario.repeat,
      keepBodies: scenario.check !== undefined,
    });
    const after = subject.server.cpuMs();
    if (result.firstFailure !== undefined)
      throw new Error(`${scenario.name} on the ${subject.kind}: ${result.firstFailure}`);
    scenario.check?.(result, subject);
    const cpuMs = before === undefined || after === undefined ? undefined : after - before;
    if (round > 0) turnsOf.get(subject)?.push({ ...result, cpuMs });
    await scenario.reset?.(bed, subject);
  }

  for (let round = 0; round <= rounds; round++) {
    for (const bed of beds) {
      await takeTurn(bed, bed.product, round);
      await takeTurn(bed, bed.floor, round);
    }
  }
  return beds.map((bed) => ({
    scenario: scenario.name,
    messages: bed.data.messages,
    product: summarize(turnsOf.get(bed.product) ?? []),
    floor: summarize(turnsOf.get(bed.floor) ?? []),
  }));
}
