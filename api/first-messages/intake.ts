import DataLoader from 'dataloader';
import type { CalendarService } from '../calendar/calendar.ts';
import type { Cases } from '../cases/cases.ts';
import type { Actor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import type { Database, Trx } from '../db/database.ts';
import { isUniqueViolation } from '../db/dialect.ts';
import { type Disposition, MessageBody } from '../marketplace/contract.ts';
import { type ImportResource, importResource } from '../marketplace/import-resource.ts';
import { contentHash, messagesStore, type StoredMessage } from '../marketplace/messages-store.ts';
import type { CachedSetting } from '../settings/settings.ts';
import type { Signal } from '../signals/contract.ts';
import { type Fingerprint, fingerprint } from '../signals/fingerprint.ts';
import { scan } from '../signals/scan.ts';
import type { FirstMessagePolicy, HoldReason, MessageReceipt } from './contract.ts';
import { holdReasons, priorityOf } from './policy.ts';
import { type Outcome, otherContent, receiptOf, toResult, unknownMember } from './receipts.ts';
import { firstMessagesStore } from './store.ts';
import { COUNT_CAP, createTraffic, SAME_TEXT_WITHIN_MS, SENT_WITHIN_MS } from './traffic.ts';

export interface IntakeDependencies {
  database: Database;
  clock: Clock;
  cases: Cases;
  policy: CachedSetting<FirstMessagePolicy>;
  calendar: CalendarService;
}

interface Read {
  message: MessageBody;
  hash: string;
  signals: Signal[];
  textKey: string | null;
  print: Fingerprint;
}

interface Rules {
  policy: FirstMessagePolicy;
  policyVersion: number;
  dueAt: number;
}

const BATCH = 200;

/**
 * The gate that every message passes (domain: first messages). It takes messages in sets: a set costs a handful of
 * statements and one commit, whether it holds one message or two hundred.
 */
export function createIntake(deps: IntakeDependencies) {
  const { database, clock } = deps;

  async function rules(): Promise<Rules> {
    const [{ value, version }, calendar] = await Promise.all([
      deps.policy.current(),
      deps.calendar.businessTime(),
    ]);
    return {
      policy: value,
      policyVersion: version,
      dueAt: calendar.addMinutes(clock.now(), value.holdMinutes),
    };
  }

  /** Everything that a text says by itself; done before the transaction, which it would only make longer. */
  function read(message: MessageBody): Read {
    const print = fingerprint(message.text);
    return { message, hash: contentHash(message), signals: scan(message.text), textKey: print.key, print };
  }

  /** One set in one transaction. */
  async function ingest(
    trx: Trx,
    reads: readonly Read[],
    { policy, policyVersion, dueAt }: Rules,
    actor: Actor,
  ): Promise<Outcome[]> {
    const now = clock.now();
    const messages = messagesStore(trx);
    const desk = firstMessagesStore(trx);
    const [known, members] = await Promise.all([
      messages.existing(reads.map((one) => one.message.id)),
      desk.senders(reads.flatMap(({ message }) => [message.senderId, message.recipientId])),
    ]);
    const told = known.size === 0 ? new Map<string, Disposition>() : await desk.told([...known.keys()]);
    const unknown = reads.filter((one) => !known.has(one.message.id));
    // a sending that is refused does not stand for another one of the same id
    const refused = new Map<Read, Outcome>();
    const fresh = new Map<string, Read>();
    for (const one of unknown) {
      const field = (['senderId', 'recipientId'] as const).find((end) => !members.has(one.message[end]));
      if (field !== undefined) refused.set(one, { refused: unknownMember(field, one.message), field });
      else if (!fresh.has(one.message.id)) fresh.set(one.message.id, one);
    }
    const candidates = [...fresh.values()];
    const senderIds = [...new Set(candidates.map(({ message }) => message.senderId))];
    const textKeys = [...new Set(candidates.flatMap((one) => one.textKey ?? []))];
    const times = candidates.map(({ message }) => Date.parse(message.sentAt));
    const span = { from: Math.min(...times), to: Math.max(...times) };
    const [released, sentBefore, sameTexts] = await Promise.all([
      messages.personReleasedCounts(senderIds, policy.holdFirst),
      desk.sentBy(senderIds, { ...span, from: span.from - SENT_WITHIN_MS }, COUNT_CAP),
      desk.sameTexts(textKeys, { ...span, from: span.from - SAME_TEXT_WITHIN_MS }, COUNT_CAP),
    ]);
    const traffic = createTraffic([...sentBefore, ...sameTexts]);

    const toHold: { read: Read; reasons: HoldReason[]; signals: Signal[]; locale: string }[] = [];
    const toStore: StoredMessage[] = [];
    const outcomes = new Map<string, Outcome>();
    for (const one of candidates) {
      const { message } = one;
      const sentAt = Date.parse(message.sentAt);
      const signals = [...one.signals, ...traffic.note({ ...message, textKey: one.textKey, sentAt })];
      const sender = members.get(message.senderId);
      const count = released.get(message.senderId) ?? 0;
      const reasons = holdReasons(
        { kind: message.kind, senderKind: sender?.kind ?? 'client', released: count, signals },
        policy,
      );
      if (reasons.length > 0) toHold.push({ read: one, reasons, signals, locale: sender?.locale ?? 'und' });
      toStore.push({
        ...message,
        sentAt,
        receivedAt: now,
        attachments: message.attachments ?? [],
        channel: message.channel ?? null,
        contentHash: one.hash,
        disposition: reasons.length > 0 ? 'held' : 'released',
        releasedByPerson: false,
        caseId: null,
        textKey: one.textKey,
      });
    }

    const opened = await deps.cases(trx).open(
      toHold.map(({ read, reasons, signals, locale }) => ({
        queue: 'first-messages' as const,
        subjectType: 'message',
        subjectId: read.message.id,
        priority: priorityOf(signals),
        dueAt,
        locale,
        data: { messageId: read.message.id, holdReasons: reasons, policyVersion },
      })),
      actor,
    );
    const caseOf = new Map(opened.map((row) => [row.subject_id, row.id]));
    const stored = toStore.map((message) => ({ ...message, caseId: caseOf.get(message.id) ?? null }));
    const held = toHold.map(({ read, reasons, signals }) => ({
      messageId: read.message.id,
      caseId: caseOf.get(read.message.id) as string,
      senderId: read.message.senderId,
      holdReasons: reasons,
      signals,
      policyVersion,
      bands: read.print.bands,
    }));
    const [inserted] = await Promise.all([messages.insertMany(stored), desk.insert(held)]);
    if (inserted.size < stored.length) throw new SentTwice();
    for (const message of stored) {
      outcomes.set(message.id, {
        created: true,
        receipt: receiptOf(message.id, message.disposition, message.caseId),
      });
    }

    const answered = new Set<string>();
    return reads.map((one) => {
      const refusal = refused.get(one);
      if (refusal !== undefined) return refusal;
      const { message, hash } = one;
      const before = known.get(message.id);
      const outcome = outcomes.get(message.id);
      const firstHash = before?.contentHash ?? fresh.get(message.id)?.hash;
      if (firstHash !== hash) return { refused: otherContent(message.id), field: 'id' };
      if (before !== undefined) {
        const disposition = told.get(message.id) ?? before.disposition;
        return { created: false, receipt: receiptOf(message.id, disposition, before.caseId) };
      }
      const again = answered.has(message.id);
      answered.add(message.id);
      return again && outcome !== undefined ? { ...outcome, created: false } : (outcome as Outcome);
    });
  }

  /** @returns what became of each message, in their order */
  async function take(reads: readonly Read[], actor: Actor): Promise<Outcome[]> {
    const now = await rules();
    for (let attempt = 1; ; attempt++) {
      try {
        return await database.transaction((trx) => ingest(trx, reads, now, actor));
      } catch (error) {
        // somebody else sent one of them at the same time: it is known now, so the next try answers like theirs
        const sentTwice = error instanceof SentTwice || isUniqueViolation(error);
        if (!sentTwice || attempt >= 3) throw error;
      }
    }
  }

  /** A set that fails as a whole is taken one by one, so that one message cannot refuse the others. */
  async function takeAll(reads: readonly Read[], actor: Actor): Promise<(Outcome | Error)[]> {
    try {
      return await take(reads, actor);
    } catch (error) {
      if (reads.length === 1) return [error as Error];
      const outcomes: (Outcome | Error)[] = [];
      for (const one of reads) {
        outcomes.push(
          await take([one], actor).then(
            ([one]) => one as Outcome,
            (failed: Error) => failed,
          ),
        );
      }
      return outcomes;
    }
  }

  // Messages that arrive while a set is being committed are read, and make up the next one: under load a commit is
  // shared, and neither process waits for the other.
  let inFlight: Promise<unknown> = Promise.resolve();
  const single = new DataLoader<{ read: Read; actor: Actor }, Outcome>(
    async (asked) => {
      const byActor = Map.groupBy(asked, ({ actor }) => actor.id);
      const work = Promise.all(
        [...byActor.values()].map(async (group) => {
          const [first] = group;
          if (first === undefined) return [];
          const outcomes = await takeAll(
            group.map((one) => one.read),
            first.actor,
          );
          return group.map((one, i) => [one, outcomes[i] as Outcome | Error] as const);
        }),
      );
      inFlight = work.catch(() => {});
      const found = new Map((await work).flat());
      return asked.map((one) => found.get(one) as Outcome | Error);
    },
    {
      cache: false,
      maxBatchSize: BATCH,
      batchScheduleFn: (dispatch) => void setImmediate(() => void inFlight.then(dispatch)),
    },
  );

  const resource: ImportResource = importResource({
    name: 'messages',
    schema: MessageBody,
    ingest: async (messages: readonly MessageBody[], actor) =>
      (await take(messages.map(read), actor)).map(toResult),
  });

  return {
    resource,

    /** One message over the API. @throws RuleError, ConflictError as the refusal says */
    async receive(
      message: MessageBody,
      actor: Actor,
    ): Promise<{ receipt: MessageReceipt; created: boolean }> {
      const outcome = await single.load({ read: read(message), actor });
      if ('refused' in outcome) throw outcome.refused;
      return outcome;
    },
  };
}

export type IntakeService = ReturnType<typeof createIntake>;

class SentTwice extends Error {}
