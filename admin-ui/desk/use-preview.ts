import { useEffect, useState } from 'react';
import type { NoticePreview } from './case-api.ts';
import { useDesk } from './use-desk.ts';

const TYPING_MS = 250;
/** Standing sentences of the last cases; what was typed is never kept. */
const KEPT = 60;
const known = new Map<string, NoticePreview>();

export interface Preview {
  answer: NoticePreview | null;
  failed: boolean;
  /** An older text is shown until the newer one is there. */
  stale: boolean;
}

function remember(key: string, answer: NoticePreview): void {
  known.set(key, answer);
  const [oldest] = known.keys();
  if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
}

/** What the member would be told for this reason; `message` is what stands in the field, null: the standing text. */
export function usePreview(caseId: string, reasonCode: string | null, message: string | null): Preview {
  const { api } = useDesk();
  const [shown, setShown] = useState<{ key: string; answer: NoticePreview | null } | null>(null);
  const text = message === null || message.trim() === '' ? null : message;
  const standing = `${caseId} ${reasonCode ?? ''}`;
  const key = text === null ? standing : `${standing} ${text}`;

  useEffect(() => {
    if (reasonCode === null || known.has(key)) return;
    let here = true;
    const ask = setTimeout(
      () => {
        api.preview(caseId, text === null ? { reasonCode } : { reasonCode, message: text }).then(
          (answer) => {
            if (text === null) remember(key, answer);
            if (here) setShown({ key, answer });
          },
          () => here && setShown({ key, answer: null }),
        );
      },
      text === null ? 0 : TYPING_MS,
    );
    return () => {
      here = false;
      clearTimeout(ask);
    };
  }, [api, caseId, reasonCode, text, key]);

  const ready = known.get(key);
  if (ready !== undefined) return { answer: ready, failed: false, stale: false };
  const stale = shown?.key !== key;
  return { answer: shown?.answer ?? null, failed: shown !== null && shown.answer === null && !stale, stale };
}

/** The standing sentence of a reason, without the line that always stands before it: what a message begins from. */
export function ownPart(notice: NoticePreview): string {
  return notice.text.split('\n\n').slice(1).join('\n\n');
}
