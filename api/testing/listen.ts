import type { LiveEvent } from '../live/contract.ts';

export interface Listener {
  /** Everything heard so far. */
  events: LiveEvent[];
  /** Resolves with the first event that fits, heard already or to come; undefined after `ms` of waiting. */
  hear(fits: (event: LiveEvent) => boolean, ms?: number): Promise<LiveEvent | undefined>;
  close(): void;
}

/** Listens at `/api/live` as a console does. Resolves once the stream is open. */
export async function listen(url: string, cookie: string): Promise<Listener> {
  const ending = new AbortController();
  const response = await fetch(`${url}/api/live`, { headers: { cookie }, signal: ending.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`live: ${response.status}`);
  const events: LiveEvent[] = [];
  const waiting = new Set<() => void>();
  const read = async (body: ReadableStream<Uint8Array>) => {
    let text = '';
    for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
        if (data !== undefined) events.push(JSON.parse(data) as LiveEvent);
        text = text.slice(end + 2);
      }
      for (const look of waiting) look();
    }
  };
  const reading = read(response.body).catch(() => {});
  return {
    events,
    hear(fits, ms = 2_000) {
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(undefined), ms);
        const look = () => {
          const found = events.find(fits);
          if (found !== undefined) settle(found);
        };
        const settle = (found: LiveEvent | undefined) => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
      });
    },
    close() {
      ending.abort();
      void reading;
    },
  };
}
