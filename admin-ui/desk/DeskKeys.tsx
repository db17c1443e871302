import { useTranslate } from 'react-admin';
import { allows, isMine } from './actions.ts';
import { rangeOf, toggled } from './choosing.ts';
import { currentOf } from './desk-state.ts';
import { type Shortcut, useShortcuts } from './shortcuts.ts';
import { useDesk, useDeskState, useQueueState } from './use-desk.ts';

/** The card of the queue that has the focus, or else the one of the case on screen. */
function cardAt(step: 1 | -1): HTMLElement | null {
  const cards = [...document.querySelectorAll<HTMLElement>('[data-queue] [data-case]')];
  const focused = cards.indexOf(document.activeElement as HTMLElement);
  if (focused !== -1) return cards[focused + step] ?? null;
  const current = cards.findIndex((card) => card.getAttribute('aria-current') === 'true');
  return cards[current === -1 ? 0 : current + step] ?? null;
}

function focusedCase(): string | null {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? (activeElement.dataset['case'] ?? null) : null;
}

function inQueue(): boolean {
  return Boolean(document.activeElement?.closest('[data-queue]'));
}

/** J and K move from everywhere, the arrow keys within the queue: elsewhere they scroll what is read. */
function moves(key: string): boolean {
  return key.length === 1 || inQueue();
}

function move(step: 1 | -1): HTMLElement | null {
  const card = cardAt(step);
  card?.focus();
  card?.scrollIntoView({ block: 'nearest' });
  return card;
}

/** The keys of the queue: moving, opening, choosing several. */
function useQueueKeys(): void {
  const translate = useTranslate();
  const { list, may } = useDesk();
  const chosen = useQueueState((state) => state.chosen);
  const fresh = useQueueState((state) => state.fresh.length > 0);
  const bulk = chosen !== null;
  const extend = (step: 1 | -1) => {
    const from = focusedCase();
    const to = move(step)?.dataset['case'];
    if (from === null || to === undefined) return;
    const { rows, chosen: before } = list.getState();
    list.choose(rangeOf(rows, before ?? new Set(), from, to));
  };
  useShortcuts(translate('desk.keys.queueGroup'), [
    {
      keys: ['J', 'ArrowDown'],
      label: translate('desk.keys.down'),
      repeats: true,
      when: moves,
      run: () => void move(1),
    },
    {
      keys: ['K', 'ArrowUp'],
      label: translate('desk.keys.up'),
      repeats: true,
      when: moves,
      run: () => void move(-1),
    },
    // the card is a link and opens by itself; this is for the list of keys
    { keys: ['Enter'], label: translate('desk.keys.open'), when: inQueue, run: () => {} },
    {
      keys: ['P'],
      label: translate('desk.bulk.preview'),
      enabled: bulk && chosen.size > 0,
      run: () => document.querySelector<HTMLElement>('[data-bulk-preview]')?.click(),
    },
    {
      keys: ['L'],
      label: translate('desk.keys.fresh'),
      enabled: fresh,
      run: () => void list.refresh(),
    },
    {
      keys: ['B'],
      label: translate('desk.keys.select'),
      enabled: may.decide,
      run: () => list.choose(bulk ? null : new Set()),
    },
    {
      keys: ['Space'],
      label: translate('desk.keys.toggle'),
      enabled: may.decide && bulk,
      when: inQueue,
      run: () => {
        const id = focusedCase();
        if (id !== null) list.choose(toggled(list.getState().chosen ?? new Set(), id));
      },
    },
    {
      keys: ['Shift+ArrowDown'],
      label: translate('desk.keys.extendDown'),
      enabled: may.decide,
      repeats: true,
      when: inQueue,
      run: () => extend(1),
    },
    {
      keys: ['Shift+ArrowUp'],
      label: translate('desk.keys.extendUp'),
      enabled: may.decide,
      repeats: true,
      when: inQueue,
      run: () => extend(-1),
    },
    { keys: ['Escape'], label: translate('desk.bulk.stop'), enabled: bulk, run: () => list.choose(null) },
  ]);
}

/** The keys of the case on screen. What the server does not allow has no key. */
function useCaseKeys(): void {
  const translate = useTranslate();
  const desk = useDesk();
  const { actions, work, definition, may } = desk;
  const entry = useDeskState(currentOf);
  const panel = useDeskState((state) => state.panel);
  const working = useDeskState((state) => state.working);
  const undoable = useDeskState((state) => state.sent.length > 0);
  // while cases are chosen, no key decides the one on screen by mistake
  const choosing = useQueueState((state) => state.chosen !== null && state.chosen.size > 0);
  const mine = isMine(entry) && !choosing;
  const texts = definition.texts;
  const asking = panel.step === 'reasons' || panel.step === 'message';
  const reasons = panel.step === 'reasons' ? (entry?.detail?.reasonCodes[panel.outcome ?? ''] ?? []) : [];
  const decidedUndo = allows(entry, 'undo');

  const outcomes = (entry?.detail?.outcomes ?? []).flatMap((outcome): Shortcut[] => {
    const key = definition.outcomes[outcome]?.key;
    if (key === undefined) return [];
    const label = translate(`${texts}.outcome.${outcome}`);
    return [{ keys: [key], label, enabled: mine, run: () => actions.choose(outcome) }];
  });
  const numbers = reasons.map((code, i): Shortcut => {
    const label = translate(`${texts}.reason.${code}`);
    return { keys: [String(i + 1)], label, enabled: mine, run: () => actions.pickReason(code) };
  });

  useShortcuts(translate('desk.keys.group'), [
    ...outcomes,
    ...numbers,
    {
      keys: ['M'],
      label: translate('desk.panel.editMessage'),
      enabled: mine && definition.message !== null,
      run: actions.editMessage,
    },
    {
      keys: ['N'],
      label: translate('desk.panel.addNote'),
      enabled: allows(entry, 'note'),
      run: () => actions.step('note'),
    },
    {
      keys: ['S'],
      label: translate('desk.panel.skip'),
      enabled: mine && allows(entry, 'skip'),
      run: actions.skip,
    },
    {
      keys: ['S'],
      label: translate(working ? 'desk.next' : 'desk.keys.start'),
      enabled: may.decide && !isMine(entry) && (!working || entry !== null),
      run: () => (working && entry !== null ? work.close(entry.id) : work.start()),
    },
    {
      keys: ['W'],
      label: translate('desk.panel.wait'),
      enabled: mine && allows(entry, 'wait'),
      run: () => actions.step('wait'),
    },
    {
      keys: ['E'],
      label: translate('desk.panel.escalate'),
      enabled: mine && allows(entry, 'escalate'),
      run: () => actions.step('escalate'),
    },
    {
      keys: ['T'],
      label: translate('desk.panel.tie'),
      enabled: allows(entry, 'declare_tie'),
      run: () => actions.step('tie'),
    },
    {
      keys: ['C'],
      label: translate('desk.keys.claim'),
      enabled: allows(entry, 'claim'),
      run: () => actions.claim(false),
    },
    {
      keys: ['C'],
      label: translate('desk.lease.resume'),
      enabled: allows(entry, 'resume'),
      run: () => void actions.resume(),
    },
    {
      keys: ['G'],
      label: translate('desk.keys.takeover'),
      enabled: allows(entry, 'takeover'),
      run: () => actions.claim(true),
    },
    {
      keys: ['Y'],
      label: translate('desk.panel.approve'),
      enabled: allows(entry, 'approve'),
      run: () => void actions.approve('approve'),
    },
    {
      keys: ['D'],
      label: translate('desk.panel.return'),
      enabled: allows(entry, 'approve'),
      run: () => void actions.approve('return'),
    },
    {
      keys: ['Z'],
      label: translate('desk.panel.reverse'),
      enabled: allows(entry, 'reverse'),
      run: () => actions.step('reverse'),
    },
    { keys: ['U'], label: translate('desk.keys.undo'), enabled: undoable, run: () => void work.undo() },
    {
      keys: ['U'],
      label: translate('desk.panel.undo'),
      enabled: !undoable && decidedUndo,
      run: () => entry !== null && void work.undoDecision(entry.id),
    },
    { keys: ['Q'], label: translate('desk.keys.stop'), enabled: working, run: () => work.stop() },
    {
      keys: ['Escape'],
      label: translate('desk.keys.back'),
      enabled: asking || panel.step !== 'choose',
      run: actions.back,
    },
    {
      keys: ['Escape'],
      label: translate('desk.keys.close'),
      enabled: entry !== null && panel.step === 'choose',
      run: () => entry !== null && work.close(entry.id),
    },
  ]);
}

export function DeskKeys() {
  useQueueKeys();
  useCaseKeys();
  return null;
}
