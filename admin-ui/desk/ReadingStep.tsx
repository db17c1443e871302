import NextIcon from '@mui/icons-material/EastRounded';
import TakeIcon from '@mui/icons-material/PanToolAltOutlined';
import ResumeIcon from '@mui/icons-material/PlayCircleOutline';
import TieIcon from '@mui/icons-material/LinkOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { Choice } from './Choice.tsx';
import { StepHead } from './StepHead.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

/** A case that is only looked at: whose it is, and how it could become mine. */
export function ReadingStep({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const { actions, me, work } = useDesk();
  const working = useDeskState((state) => state.working);
  const can = (action: CaseDetail['allowedActions'][number]) => detail.allowedActions.includes(action);
  const holder = detail.lease?.holder;
  const taken = holder !== undefined && holder.id !== me.id;
  const nothing = !can('claim') && !can('takeover') && !can('resume');
  return (
    <>
      <StepHead title={translate('desk.panel.region')} />
      {(taken || nothing) && (
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {taken ? translate('desk.panel.heldBy', { name: holder.name }) : translate('desk.panel.readOnly')}
        </Typography>
      )}
      <Box sx={{ display: 'grid', gap: 1 }}>
        {can('claim') && (
          <Choice
            name="C"
            icon={<TakeIcon />}
            label={translate('desk.lease.claim')}
            onPick={() => actions.claim(false)}
          />
        )}
        {can('takeover') && (
          <Choice
            name="G"
            icon={<TakeIcon />}
            label={translate('desk.lease.takeover')}
            onPick={() => actions.claim(true)}
          />
        )}
        {can('resume') && (
          <Choice
            name="C"
            icon={<ResumeIcon />}
            label={translate('desk.lease.resume')}
            onPick={() => void actions.resume()}
          />
        )}
        {working && (
          <Choice
            name="S"
            icon={<NextIcon />}
            label={translate('desk.next')}
            onPick={() => work.close(detail.id)}
          />
        )}
        {can('declare_tie') && (
          <Choice
            small
            name="T"
            icon={<TieIcon />}
            label={translate('desk.panel.tie')}
            onPick={() => actions.step('tie')}
          />
        )}
      </Box>
    </>
  );
}
