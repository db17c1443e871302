import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { StepHead } from './StepHead.tsx';
import { useDesk } from './use-desk.ts';

/** A decided case anew, in a new round: another outcome or another reason, and why. */
export function ReverseStep({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const { definition, actions } = useDesk();
  const other = detail.outcomes.find((one) => one !== detail.outcome) ?? detail.outcomes[0] ?? '';
  const [outcome, setOutcome] = useState(other);
  const reasons = detail.reasonCodes[outcome] ?? [];
  const [reason, setReason] = useState(reasons.find((one) => one !== detail.reasonCode) ?? '');
  const [note, setNote] = useState('');
  const code = reasons.length === 0 ? null : reasons.includes(reason) ? reason : (reasons[0] ?? null);
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        void actions.reverse(outcome, code, note);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) actions.back();
      }}
    >
      <StepHead back title={translate('desk.panel.reverse')} />
      <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
        <TextField
          select
          autoFocus
          fullWidth
          label={translate('desk.bulk.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
        >
          {detail.outcomes.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`${definition.texts}.outcome.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {code !== null && (
          <TextField
            select
            fullWidth
            label={translate('desk.bulk.reason')}
            value={code}
            onChange={(event) => setReason(event.target.value)}
          >
            {reasons
              .filter((one) => definition.message?.needsText.includes(one) !== true)
              .map((one) => (
                <MenuItem key={one} value={one}>
                  {translate(`${definition.texts}.reason.${one}`)}
                </MenuItem>
              ))}
          </TextField>
        )}
        <TextField
          fullWidth
          multiline
          required
          minRows={3}
          label={translate('desk.panel.reverseNote')}
          value={note}
          slotProps={{ htmlInput: { maxLength: 10_000 } }}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit" variant="contained" disabled={note.trim() === ''} sx={{ minHeight: 40 }}>
          {translate('desk.panel.reverse')}
        </Button>
      </Box>
    </Box>
  );
}
