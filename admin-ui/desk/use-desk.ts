import { createContext, useContext, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { useConnected, useLive } from '../providers/live.tsx';
import { type Me, me as whoAmI } from '../providers/session.ts';
import { type Actions, createActions } from './actions.ts';
import { createCaseApi } from './case-api.ts';
import type { DeskDefinition } from './definition.ts';
import type { DeskState } from './desk-state.ts';
import type { Desk } from './desk-parts.ts';
import { createDeskWork } from './desk-work.ts';
import { isTyping } from './keys.ts';
import { createQueueWork } from './queue-work.ts';
import type { QueueState } from './queue-state.ts';

const TICK_MS = 1_000;

export interface ActiveDesk extends Desk {
  actions: Actions;
}

const Context = createContext<ActiveDesk | null>(null);
export const DeskProvider = Context;

export function useDesk(): ActiveDesk {
  const desk = useContext(Context);
  if (desk === null) throw new Error('used outside of a desk');
  return desk;
}

/** A part of the desk's state; the component is drawn again only when that part changes. */
export function useDeskState<T>(select: (state: DeskState) => T): T {
  const { work } = useDesk();
  return useSyncExternalStore(work.subscribe, () => select(work.getState()));
}

export function useQueueState<T>(select: (state: QueueState) => T): T {
  const { list } = useDesk();
  return useSyncExternalStore(list.subscribe, () => select(list.getState()));
}

export function useMe(): Me | null {
  const [person, setPerson] = useState<Me | null>(null);
  useEffect(() => {
    let here = true;
    void whoAmI().then((found) => here && setPerson(found));
    return () => {
      here = false;
    };
  }, []);
  return person;
}

function attended(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

/** Makes the desk of one person, and keeps it in step with the live events, the clock and the page. */
export function useCreateDesk(definition: DeskDefinition, person: Me): ActiveDesk {
  const denied = useRef<(error: unknown) => unknown>(() => undefined);
  denied.current = useLogoutIfAccessDenied();
  const desk = useMemo<ActiveDesk>(() => {
    const api = createCaseApi(definition.queue);
    const list = createQueueWork(api, definition.queue);
    const work = createDeskWork({
      api,
      queue: definition.queue,
      me: { id: person.id, name: person.name },
      now: Date.now,
      attended: () => document.visibilityState === 'visible',
      focused: attended,
      typing: () => isTyping(document.activeElement),
      onCase: list.live,
      onSignedOut: (error) => void denied.current(error),
    });
    const may = { decide: person.permissions.includes(definition.permissions.decide) };
    const made: Desk = { definition, api, work, list, me: person, may };
    return { ...made, actions: createActions(made) };
  }, [definition, person]);

  useLive((event) => {
    desk.list.live(event);
    desk.work.live(event);
  });

  const connected = useConnected();
  useEffect(() => {
    if (connected) desk.list.lookSoon();
  }, [connected, desk]);

  useEffect(() => {
    const { work, list } = desk;
    void list.show('open');
    const clock = setInterval(() => void work.tick(), TICK_MS);
    const attend = () => {
      if (document.visibilityState === 'visible') work.attend();
    };
    const leave = () => work.leave();
    document.addEventListener('visibilitychange', attend);
    window.addEventListener('focus', attend);
    window.addEventListener('pagehide', leave);
    return () => {
      clearInterval(clock);
      document.removeEventListener('visibilitychange', attend);
      window.removeEventListener('focus', attend);
      window.removeEventListener('pagehide', leave);
      list.leave();
      work.leave();
    };
  }, [desk]);

  return desk;
}
