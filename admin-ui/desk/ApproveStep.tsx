import ApproveIcon from '@mui/icons-material/CheckCircleOutline';
import ReturnIcon from '@mui/icons-material/ReplyOutlined';
import UndoIcon from '@mui/icons-material/Undo';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { Choice } from './Choice.tsx';
import { NoticePreview } from './NoticePreview.tsx';
import { StepHead } from './StepHead.tsx';
import { useDesk } from './use-desk.ts';
import { usePreview } from './use-preview.ts';

/** A colleague's proposal: what it is, what it would do, and the second person's word on it. */
export function ApproveStep({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const { definition, actions, work, me } = useDesk();
  const proposal = detail.decisions.findLast((one) => one.status === 'proposed');
  const told = proposal !== undefined && proposal.outcome === definition.message?.outcome;
  const preview = usePreview(detail.id, told ? proposal.reasonCode : null, proposal?.message ?? null);
  if (proposal === undefined) return null;
  const { name } = proposal.decidedBy;
  const own = proposal.decidedBy.id === me.id;
  return (
    <>
      <StepHead title={translate('desk.panel.proposal', { name })} />
      <Box sx={{ p: 1.5, mb: 2, borderRadius: 2, bgcolor: 'surface.sunken' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {translate(`${definition.texts}.outcome.${proposal.outcome}`)}
          {proposal.reasonCode !== null &&
            ` · ${translate(`${definition.texts}.reason.${proposal.reasonCode}`)}`}
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {definition.consequence(proposal.outcome, detail, translate)}
        </Typography>
        {proposal.note !== null && (
          <Typography variant="body2" sx={{ mt: 1, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {proposal.note}
          </Typography>
        )}
      </Box>
      <Box sx={{ display: 'grid', gap: 1 }}>
        {detail.allowedActions.includes('approve') && (
          <>
            <Choice
              name="Y"
              tone="success"
              icon={<ApproveIcon />}
              label={translate('desk.panel.approve')}
              text={translate('desk.panel.approveText', { name })}
              onPick={() => void actions.approve('approve')}
            />
            <Choice
              name="D"
              icon={<ReturnIcon />}
              label={translate('desk.panel.return')}
              text={translate('desk.panel.returnText')}
              onPick={() => void actions.approve('return')}
            />
          </>
        )}
        {own && detail.allowedActions.includes('undo') && (
          <Choice
            name="U"
            icon={<UndoIcon />}
            label={translate('desk.panel.undo')}
            text={translate('desk.panel.undoText')}
            onPick={() => void work.undoDecision(detail.id)}
          />
        )}
      </Box>
      {told && <NoticePreview preview={preview} />}
    </>
  );
}
