import { Box } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { Choice } from './Choice.tsx';
import { NoticePreview } from './NoticePreview.tsx';
import { StepHead } from './StepHead.tsx';
import { useDesk, useDeskState } from './use-desk.ts';
import { usePreview } from './use-preview.ts';

/** Why: a number for each reason, and what the member will be told for the one that is looked at. */
export function ReasonStep({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const { definition, actions } = useDesk();
  const { outcome, editFirst } = useDeskState((state) => state.panel);
  const reasons = detail.reasonCodes[outcome ?? ''] ?? [];
  const [looked, setLooked] = useState(reasons[0] ?? null);
  const first = useRef<HTMLButtonElement>(null);
  const rules = definition.message;
  const needsText = (code: string) => rules?.needsText.includes(code) === true;
  const approval = detail.consequences.find((one) => one.outcome === outcome)?.approvalFor ?? [];
  const hintOf = (code: string) => {
    const hints = [
      ...(needsText(code) ? [translate('desk.panel.needsText')] : []),
      ...(approval.includes(code) ? [translate('desk.panel.needsApproval')] : []),
    ];
    return hints.length === 0 ? undefined : hints.join(', ');
  };
  const told = rules !== null && rules.outcome === outcome;
  const preview = usePreview(detail.id, told && looked !== null && !needsText(looked) ? looked : null, null);

  useEffect(() => first.current?.focus({ preventScroll: true }), []);

  return (
    <>
      <StepHead
        back
        title={translate('desk.panel.reasons', {
          outcome: translate(`${definition.texts}.outcome.${outcome ?? ''}`),
        })}
      />
      <Box sx={{ display: 'grid', gap: 0.25, mx: -1 }}>
        {reasons.map((code, i) => (
          <Choice
            key={code}
            ref={i === 0 ? first : undefined}
            small
            name={String(i + 1)}
            label={translate(`${definition.texts}.reason.${code}`)}
            text={hintOf(code)}
            onPick={() => actions.pickReason(code)}
            onLook={() => setLooked(code)}
          />
        ))}
        {told && (
          <Box sx={{ mt: 1, pt: 1, borderTop: 1, borderColor: 'divider' }}>
            <Choice
              small
              name="M"
              pressed={editFirst}
              label={translate('desk.panel.editFirst')}
              onPick={actions.editMessage}
            />
          </Box>
        )}
      </Box>
      {told && looked !== null && !needsText(looked) && <NoticePreview preview={preview} />}
    </>
  );
}
