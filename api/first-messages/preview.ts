import { setImmediate as breathe } from 'node:timers/promises';
import { createAudit } from '../audit/audit.ts';
import type { BusinessTime } from '../calendar/business-time.ts';
import type { CalendarService } from '../calendar/calendar.ts';
import { can, type StaffActor } from '../core/actor.ts';
import { type Clock, toIso } from '../core/clock.ts';
import { RuleError } from '../core/errors.ts';
import type { Database } from '../db/database.ts';
import type { SettingVersion } from '../settings/contract.ts';
import type { Settings } from '../settings/settings.ts';
import { type FirstMessagePolicy, HOLD_REASONS, type HoldReason } from './contract.ts';
import type { PolicyPreview } from './preview-contract.ts';
import { excerptsOf, type LookedAtSignals, pastMessages, releasesOf } from './preview-list-view.ts';
import { createSimulation, type Judged } from './preview-simulation.ts';
import { firstMessagePolicy } from './setting.ts';

const DAY = 86_400_000;
const DAYS = 30;
export const PREVIEW_BOUND = 50_000;
const EXAMPLES = 5;
const JUDGED_AT_ONCE = 5_000;

export interface PolicyPreviewDependencies {
  database: Database;
  clock: Clock;
  settings: Settings;
  calendar: CalendarService;
  bound?: number;
}

/** Versions come the latest first; the first one that was there already held. */
function lookedAtSignals(versions: readonly SettingVersion<FirstMessagePolicy>[]): LookedAtSignals {
  return (receivedAt) =>
    versions.find((one) => one.changedAt <= receivedAt)?.value.holdSevereSignals ?? false;
}

/** Business days that end in `(from, to]`, at least one; a calendar that never opens has none. */
function businessDaysIn(time: BusinessTime, from: number, to: number): number {
  try {
    let days = 0;
    for (let n = 1; ; n++) {
      const close = time.closeOfBusinessDay(from - DAY, n);
      if (close > to) return Math.max(1, days);
      if (close > from) days++;
    }
  } catch (error) {
    if (error instanceof RuleError) return 1;
    throw error;
  }
}

function middleOf(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function countReasons(all: readonly (readonly HoldReason[])[]): Map<HoldReason, number> {
  const counts = new Map<HoldReason, number>();
  for (const reason of all.flat()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return counts;
}

/**
 * What a policy would have done, before it is one: the hold rule run again over the messages of the last 30 days, each
 * with its sender's standing at that moment. It is an estimate in three places: releases that were reversed since do
 * not count; what would newly have been held counts towards trust as soon as messages usually took; and what came while
 * severe signals were not looked at is read anew by its text alone.
 */
export function createPolicyPreview(deps: PolicyPreviewDependencies) {
  const { database, clock, settings, calendar, bound = PREVIEW_BOUND } = deps;
  const audit = createAudit({ clock });

  async function examplesOf(
    judged: readonly Judged[],
    reasonsOf: (one: Judged) => HoldReason[],
    actor: StaffActor,
  ) {
    const shown = judged.slice(-EXAMPLES).reverse();
    const ids = shown.map(({ message }) => message.id);
    const excerpts = can(actor, 'first-messages.view')
      ? await excerptsOf(database, ids)
      : new Map<string, string>();
    return shown.map((one) => ({
      messageId: one.message.id,
      caseId: one.message.caseId,
      senderId: one.message.senderId,
      receivedAt: toIso(one.message.receivedAt),
      reasons: reasonsOf(one),
      excerpt: excerpts.get(one.message.id) ?? null,
    }));
  }

  return async (proposed: FirstMessagePolicy, actor: StaffActor): Promise<PolicyPreview> => {
    const now = clock.now();
    const since = now - DAYS * DAY;
    const versions = await settings.versions(database.knex, firstMessagePolicy);
    const seen = proposed.holdSevereSignals ? lookedAtSignals(versions) : () => true;
    const { messages, handling, complete } = await pastMessages(database, since, bound, seen);
    const releases = await releasesOf(database, new Set(messages.map((one) => one.senderId)));
    const simulation = createSimulation(proposed, releases, middleOf(handling));
    const judged: Judged[] = [];
    for (const message of messages) {
      judged.push(simulation.judge(message));
      if (judged.length % JUDGED_AT_ONCE === 0) await breathe();
    }

    const wasHeld = messages.filter((one) => one.reasons.length > 0);
    const wouldBeHeld = judged.filter((one) => one.reasons.length > 0);
    const newly = wouldBeHeld.filter((one) => one.message.reasons.length === 0);
    const noLonger = judged.filter((one) => one.reasons.length === 0 && one.message.reasons.length > 0);
    const actual = countReasons(wasHeld.map((one) => one.reasons));
    const would = countReasons(wouldBeHeld.map((one) => one.reasons));
    const first = complete ? since : (messages[0]?.receivedAt ?? since);
    const businessDays = businessDaysIn(await calendar.businessTime(), first, now);
    const perDay = (count: number) => Math.round((count / businessDays) * 10) / 10;
    const newlyShown = await examplesOf(newly, (one) => one.reasons, actor);
    const noLongerShown = await examplesOf(noLonger, (one) => [...one.message.reasons], actor);
    const read = [...newlyShown, ...noLongerShown].flatMap((one) =>
      one.excerpt === null ? [] : one.messageId,
    );
    if (read.length > 0) {
      const entry = { type: 'first-messages.read', actor, data: { messageIds: read, why: 'policy preview' } };
      await database.transaction((trx) => audit(trx).record(`access:${actor.id}`, entry));
    }
    return {
      days: DAYS,
      lookedAt: messages.length,
      complete,
      since: toIso(first),
      held: { actual: wasHeld.length, proposed: wouldBeHeld.length },
      byReason: HOLD_REASONS.map((reason) => ({
        reason,
        actual: actual.get(reason) ?? 0,
        proposed: would.get(reason) ?? 0,
      })),
      newlyHeld: { count: newly.length, examples: newlyShown },
      noLongerHeld: { count: noLonger.length, examples: noLongerShown },
      businessDays,
      perBusinessDay: { actual: perDay(wasHeld.length), proposed: perDay(wouldBeHeld.length) },
    };
  };
}

export type PolicyPreviewer = ReturnType<typeof createPolicyPreview>;
