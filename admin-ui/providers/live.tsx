import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { LiveEvent } from '../../api/live/contract.ts';

type Listener = (event: LiveEvent) => void;

interface LiveConnection {
  connected: boolean;
  listen: (listener: Listener) => () => void;
}

const Live = createContext<LiveConnection>({ connected: true, listen: () => () => {} });

const PATIENCE_MS = 2_500;

/** One stream of server-sent events for the whole console; it reconnects by itself, and says when it is down. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [connected, setConnected] = useState(true);
  const listeners = useRef(new Set<Listener>());

  useEffect(() => {
    let source: EventSource | undefined;
    let doubt: ReturnType<typeof setTimeout> | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    const hear = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as LiveEvent;
      for (const listener of listeners.current) listener(event);
    };
    const open = () => {
      source = new EventSource('/api/live');
      source.onopen = () => {
        clearTimeout(doubt);
        doubt = undefined;
        setConnected(true);
      };
      source.onerror = () => {
        doubt ??= setTimeout(() => setConnected(false), PATIENCE_MS);
        // a stream that was refused is closed for good: try again by ourselves
        if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, PATIENCE_MS);
      };
      source.onmessage = hear;
    };
    open();
    return () => {
      source?.close();
      clearTimeout(doubt);
      clearTimeout(retry);
    };
  }, []);

  const value = useMemo<LiveConnection>(
    () => ({
      connected,
      listen: (listener) => {
        listeners.current.add(listener);
        return () => listeners.current.delete(listener);
      },
    }),
    [connected],
  );
  return <Live value={value}>{children}</Live>;
}

export function useConnected(): boolean {
  return useContext(Live).connected;
}

/** Calls `listener` with every live event while the component is on screen. */
export function useLive(listener: Listener): void {
  const { listen } = useContext(Live);
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => listen((event) => latest.current(event)), [listen]);
}

const SETTLE_MS = 1_000;

/** Calls `refresh` a moment after something happened in a queue, once however much happened. */
export function useLiveRefresh(refresh: () => unknown): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const latest = useRef(refresh);
  latest.current = refresh;
  useLive((event) => {
    if (event.type === 'presence' || event.type === 'staff.changed') return;
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      latest.current();
    }, SETTLE_MS);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
