import { useEffect } from 'react';
import { useDesk } from './use-desk.ts';

const AGAIN_MS = 15_000;
/** A case that was on screen for less than this was not looked at. */
const LOOK_MS = 500;

/** Tells the colleagues which case is on screen here, and learns who else has it. */
export function usePresence(caseId: string | null): void {
  const { api, work } = useDesk();
  useEffect(() => {
    if (caseId === null) return;
    let told = false;
    const tell = async () => {
      if (document.visibilityState !== 'visible') return;
      told = true;
      // colleagues see it late or not at all; nothing else depends on it
      const answer = await api.enter(caseId).catch(() => null);
      if (answer !== null) work.dispatch({ type: 'present', caseId, people: answer.present });
    };
    const first = setTimeout(() => void tell(), LOOK_MS);
    const again = setInterval(() => void tell(), AGAIN_MS);
    return () => {
      clearTimeout(first);
      clearInterval(again);
      if (told) void api.leave(caseId).catch(() => {});
    };
  }, [caseId, api, work]);
}
