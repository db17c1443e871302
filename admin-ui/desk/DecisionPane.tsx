import { Box, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { ApproveStep } from './ApproveStep.tsx';
import { isMine } from './actions.ts';
import { ChooseStep } from './ChooseStep.tsx';
import { DecidedStep } from './DecidedStep.tsx';
import { currentOf, type Entry } from './desk-state.ts';
import { EscalateStep, TieStep } from './ReasonedStep.tsx';
import { MessageStep } from './MessageStep.tsx';
import { ReadingStep } from './ReadingStep.tsx';
import { ReasonStep } from './ReasonStep.tsx';
import { ReverseStep } from './ReverseStep.tsx';
import { useDeskState } from './use-desk.ts';
import { WaitStep } from './WaitStep.tsx';

function Waiting({ busy }: { busy: boolean }) {
  const translate = useTranslate();
  return (
    <Box aria-busy="true">
      {busy && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {translate('desk.panel.sending')}
        </Typography>
      )}
      <Skeleton variant="rounded" height={64} sx={{ mb: 1 }} />
      <Skeleton variant="rounded" height={64} />
    </Box>
  );
}

function Step({ entry }: { entry: Entry }) {
  const step = useDeskState((state) => state.panel.step);
  const { detail } = entry;
  if (detail === null) return entry.failure === null ? <Waiting busy={false} /> : null;
  if (step === 'tie') return <TieStep />;
  // while it is being sent, too: what was typed stays in sight
  if (isMine({ ...entry, busy: false })) {
    switch (step) {
      case 'reasons':
        return <ReasonStep detail={detail} />;
      case 'message':
        return <MessageStep detail={detail} draft={entry.draft} />;
      case 'escalate':
        return <EscalateStep />;
      case 'wait':
        return <WaitStep />;
      case 'choose':
      case 'note':
      case 'reverse':
        return <ChooseStep detail={detail} />;
    }
  }
  if (entry.busy) return <Waiting busy />;
  if (detail.status === 'pending_approval') return <ApproveStep detail={detail} />;
  if (detail.status === 'decided') {
    return step === 'reverse' ? <ReverseStep detail={detail} /> : <DecidedStep detail={detail} />;
  }
  return <ReadingStep detail={detail} />;
}

/** What can be done with the case on screen. The server says what; the desk says with which key, and what it does. */
export function DecisionPane() {
  const translate = useTranslate();
  const entry = useDeskState(currentOf);
  return (
    <Box
      component="section"
      aria-label={translate('desk.panel.region')}
      sx={{ height: '100%', minHeight: 0, overflowY: 'auto', bgcolor: 'background.default', px: 2, py: 2 }}
    >
      {entry !== null && <Step entry={entry} />}
    </Box>
  );
}
