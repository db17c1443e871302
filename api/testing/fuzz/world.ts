import type { Caller } from '../role-table.ts';
import { PASSWORD } from '../running-app.ts';
import type { Existing } from '../sample-requests.ts';
import type { Pick, Raw } from './values.ts';

interface Thing {
  id: string;
  version?: number;
  leaseToken?: string | undefined;
  status?: string;
  /** Who was told the lease token. */
  holder?: Caller | undefined;
}

const KEPT = 60;

/** What a case must be for an action on it to make sense: so that most requests get somewhere. */
const SENSIBLE: Readonly<Record<string, (thing: Thing) => boolean>> = {
  claim: (thing) => thing.status === 'open' && thing.leaseToken === undefined,
  heartbeat: (thing) => thing.leaseToken !== undefined,
  release: (thing) => thing.leaseToken !== undefined,
  skip: (thing) => thing.leaseToken !== undefined,
  escalate: (thing) => thing.leaseToken !== undefined,
  wait: (thing) => thing.leaseToken !== undefined,
  decision: (thing) => thing.leaseToken !== undefined,
  resume: (thing) => thing.status === 'waiting',
  approval: (thing) => thing.status === 'pending_approval',
  undo: (thing) => thing.status === 'decided' || thing.status === 'pending_approval',
  reversal: (thing) => thing.status === 'decided',
};

/** A case that was told without a token is not held any more. */
function heldOrNot({ leaseToken, holder }: Thing): Omit<Thing, 'id'> {
  return { leaseToken, holder };
}

/** Settings are told apart by what is in them. */
function settingId(value: object): string {
  if ('holdFirst' in value) return 'setting_first-messages';
  return 'leadRemoved' in value ? 'setting_first-message-templates' : 'setting_calendar';
}

/** What exists, as far as the answers have told: so that later requests name it. */
export function createWorld(there: Existing) {
  const things = new Map<string, Map<string, Thing>>();
  let fresh = 0;

  function remember(thing: Thing): void {
    const kind = thing.id.split('_')[0] as string;
    const known = things.get(kind) ?? new Map<string, Thing>();
    things.set(kind, known);
    const before = known.get(thing.id);
    known.delete(thing.id);
    known.set(thing.id, { ...before, ...thing, ...(thing.status === undefined ? {} : heldOrNot(thing)) });
    const oldest = known.keys().next().value;
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
  }

  /** @param caller who was told it */
  function learn(value: unknown, caller?: Caller, depth = 0): void {
    if (typeof value !== 'object' || value === null || depth > 4) return;
    if (Array.isArray(value)) {
      for (const inner of value.slice(0, 20)) learn(inner, caller, depth + 1);
      return;
    }
    const {
      id,
      version,
      status,
      leaseToken,
      noticeId,
      batchId,
      value: setting,
    } = value as Record<string, unknown>;
    for (const other of [noticeId, batchId]) if (typeof other === 'string') remember({ id: other });
    if (typeof id === 'string' && /^[a-z]+_/.test(id)) {
      remember({
        id,
        ...(typeof version === 'number' ? { version } : {}),
        ...(typeof status === 'string' ? { status } : {}),
        ...(typeof leaseToken === 'string'
          ? { leaseToken, ...(caller === undefined ? {} : { holder: caller }) }
          : {}),
      });
    }
    if (typeof setting === 'object' && setting !== null && typeof version === 'number')
      remember({ id: settingId(setting), version });
    for (const inner of Object.values(value)) learn(inner, caller, depth + 1);
  }

  /** The kind of thing that the `{id}` of a path names. */
  function kindOf(path: string): string {
    const kinds: [string, string][] = [
      ['/api/staff', 'staff'],
      ['/api/api-keys', 'key'],
      ['/api/batches', 'batch'],
      ['/api/views', 'view'],
      ['/api/webhooks', 'whd'],
      ['/v1/notices', 'ntc'],
    ];
    return kinds.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'case';
  }

  function thingFor(path: string, n: number): Thing {
    if (path.startsWith('/api/settings/')) {
      const [, , , name = ''] = path.split('/');
      const id = `setting_${name}`;
      return things.get('setting')?.get(id) ?? { id, version: 0 };
    }
    const own = [...(things.get(kindOf(path))?.values() ?? [])];
    const sensible = SENSIBLE[path.split('/').at(-1) as string];
    const some = sensible === undefined ? own : own.filter(sensible);
    const among = some.length === 0 ? own : some;
    return among[n % Math.max(among.length, 1)] ?? { id: there.caseId, version: 1 };
  }

  /** Members and their like go by ids of the marketplace's own. */
  function externalId(path: string): string | undefined {
    if (path.includes('/members/')) return there.memberId;
    if (path.includes('/services/')) return there.serviceId;
    if (path.includes('/orders/')) return there.orderId;
    if (path.includes('/reviews/')) return there.reviewId;
    return path.includes('/v1/messages/') ? there.messageId : undefined;
  }

  function picked({ pick }: Pick, path: string, n: number): unknown {
    const thing = thingFor(path, n);
    switch (pick) {
      case 'id':
        return externalId(path) ?? thing.id;
      case 'version':
        return thing.version ?? 1;
      case 'leaseToken':
        return thing.leaseToken ?? 'none';
      case 'member':
        return there.memberId;
      case 'otherMember':
        return there.otherMemberId;
      case 'service':
        return there.serviceId;
      case 'order':
        return there.orderId;
      case 'password':
        return PASSWORD;
      case 'fresh':
        return n % 4 === 0 ? `fuzz-${n % 50}` : `fuzz-new-${++fresh}`;
    }
  }

  return {
    learn,
    picked,
    /** Who holds the thing that a request of this path and number is about. */
    holderOf: (path: string, n: number) => thingFor(path, n).holder,

    /** JSON with everything filled in that stands for something. */
    json(value: unknown, path: string, n: number): string {
      const raw: string[] = [];
      let ids = 0; // several cases in one body are several cases
      const text = JSON.stringify(value, (_key, inner: unknown) => {
        if (typeof inner !== 'object' || inner === null) return inner;
        const keys = Object.keys(inner);
        if (keys.length !== 1) return inner;
        if (keys[0] === 'pick') {
          if ((inner as Pick).pick === 'id') ids++;
          return picked(inner as Pick, path, n + Math.max(ids - 1, 0));
        }
        if (keys[0] !== 'raw') return inner;
        raw.push((inner as Raw).raw);
        return `\u0001raw${raw.length - 1}\u0001`;
      });
      return text.replace(/"\\u0001raw(\d+)\\u0001"/g, (_all, index: string) => raw[Number(index)] as string);
    },
  };
}

export type World = ReturnType<typeof createWorld>;
