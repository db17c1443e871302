import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'react-admin';
import { useDesk, useDeskState } from './use-desk.ts';

/** Says aloud what happens at the desk: claims, decisions, what was taken back, conflicts. */
export function LiveRegion() {
  const translate = useTranslate();
  const { definition } = useDesk();
  const said = useDeskState((state) => state.announcement);
  const sent = useDeskState((state) => state.sent[0] ?? null);
  return (
    <div style={visuallyHidden}>
      <div role="status" aria-live="polite">
        {said !== null && <span key={said.id}>{translate(`desk.announce.${said.key}`, said.params)}</span>}
      </div>
      <div role="status" aria-live="polite">
        {sent !== null && sent.draft.outcome !== null && (
          <span key={sent.id}>{translate(`${definition.texts}.decided.${sent.draft.outcome}`)}</span>
        )}
      </div>
    </div>
  );
}
