import NextIcon from '@mui/icons-material/EastRounded';
import ReverseIcon from '@mui/icons-material/RestartAlt';
import UndoIcon from '@mui/icons-material/Undo';
import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { relativeTime } from '../ui/time.ts';
import { Choice } from './Choice.tsx';
import { StepHead } from './StepHead.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

/** What was decided, by whom; and what may still be done about it. */
export function DecidedStep({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { definition, work, actions, may } = useDesk();
  const working = useDeskState((state) => state.working);
  const reason =
    detail.reasonCode === null ? '' : ` · ${translate(`${definition.texts}.reason.${detail.reasonCode}`)}`;
  return (
    <>
      <StepHead title={translate('desk.panel.decidedBy', { name: detail.decidedBy?.name ?? '' })} />
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {translate('desk.panel.decidedWhen', {
          outcome: translate(`${definition.texts}.decided.${detail.outcome ?? ''}`) + reason,
          when: detail.decidedAt === null ? '' : relativeTime(detail.decidedAt, Date.now(), locale),
        })}
      </Typography>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {may.decide && (
          <Choice
            name="S"
            icon={<NextIcon />}
            label={translate(working ? 'desk.next' : 'desk.start.action')}
            onPick={() => (working ? work.close(detail.id) : work.start())}
          />
        )}
        {detail.allowedActions.includes('undo') && (
          <Choice
            name="U"
            icon={<UndoIcon />}
            label={translate('desk.panel.undo')}
            text={translate('desk.panel.undoText')}
            onPick={() => void work.undoDecision(detail.id)}
          />
        )}
        {detail.allowedActions.includes('reverse') && (
          <Choice
            name="Z"
            icon={<ReverseIcon />}
            label={translate('desk.panel.reverse')}
            text={translate('desk.panel.reverseText')}
            onPick={() => actions.step('reverse')}
          />
        )}
      </Box>
    </>
  );
}
