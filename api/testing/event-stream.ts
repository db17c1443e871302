/** A console's live stream, as a browser's EventSource would read it. */
export interface EventStream {
  readonly events: { type: string; [field: string]: unknown }[];
  /** Resolves when the server has ended it. */
  readonly ended: Promise<void>;
  close(): void;
}

/** Opens `GET /api/live`; resolves when the server has answered. */
export async function listen(url: string, cookie: string): Promise<EventStream> {
  const abort = new AbortController();
  const response = await fetch(`${url}/api/live`, { headers: { cookie }, signal: abort.signal });
  if (response.status !== 200 || response.body === null) throw new Error(`Live: ${response.status}`);
  const events: EventStream['events'] = [];
  const read = async (body: AsyncIterable<Uint8Array>) => {
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of body) {
      const blocks = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)) as (typeof events)[number]);
      }
    }
  };
  const ended = read(response.body as AsyncIterable<Uint8Array>).catch((error: unknown) => {
    if (!abort.signal.aborted) throw error;
  });
  ended.catch(() => {});
  return { events, ended, close: () => abort.abort() };
}
