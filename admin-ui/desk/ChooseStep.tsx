import ReleaseIcon from '@mui/icons-material/CheckCircleOutline';
import TieIcon from '@mui/icons-material/LinkOutlined';
import EscalateIcon from '@mui/icons-material/NorthEast';
import EditIcon from '@mui/icons-material/EditNoteOutlined';
import NoteIcon from '@mui/icons-material/NotesOutlined';
import StopIcon from '@mui/icons-material/PauseCircleOutline';
import RejectIcon from '@mui/icons-material/RemoveCircleOutline';
import WaitIcon from '@mui/icons-material/ScheduleOutlined';
import SkipIcon from '@mui/icons-material/RedoOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { Choice } from './Choice.tsx';
import { StepHead } from './StepHead.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

const ICONS = { success: <ReleaseIcon />, error: <RejectIcon />, neutral: <EditIcon /> };

/** The outcomes, each with its key and with what it does to whom; and the other ways out. */
export function ChooseStep({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const { definition, actions, work } = useDesk();
  const working = useDeskState((state) => state.working);
  const may = (action: CaseDetail['allowedActions'][number]) => detail.allowedActions.includes(action);
  return (
    <>
      <StepHead title={translate('desk.panel.choose')} />
      <Box sx={{ display: 'grid', gap: 1 }}>
        {detail.outcomes.map((outcome) => {
          const style = definition.outcomes[outcome];
          if (style === undefined) return null;
          return (
            <Choice
              key={outcome}
              name={style.key}
              tone={style.tone}
              icon={ICONS[style.tone]}
              label={translate(`${definition.texts}.outcome.${outcome}`)}
              text={definition.consequence(outcome, detail, translate)}
              onPick={() => actions.choose(outcome)}
            />
          );
        })}
      </Box>
      <Box sx={{ mt: 2, pt: 1, borderTop: 1, borderColor: 'divider', mx: -1 }}>
        {definition.message !== null && (
          <Choice
            small
            name="M"
            icon={<EditIcon />}
            label={translate('desk.panel.editMessage')}
            onPick={actions.editMessage}
          />
        )}
        {may('note') && (
          <Choice
            small
            name="N"
            icon={<NoteIcon />}
            label={translate('desk.panel.addNote')}
            onPick={() => actions.step('note')}
          />
        )}
        {may('skip') && (
          <Choice
            small
            name="S"
            icon={<SkipIcon />}
            label={translate('desk.panel.skip')}
            onPick={actions.skip}
          />
        )}
        {may('wait') && (
          <Choice
            small
            name="W"
            icon={<WaitIcon />}
            label={translate('desk.panel.wait')}
            onPick={() => actions.step('wait')}
          />
        )}
        {may('escalate') && (
          <Choice
            small
            name="E"
            icon={<EscalateIcon />}
            label={translate('desk.panel.escalate')}
            onPick={() => actions.step('escalate')}
          />
        )}
        {may('declare_tie') && (
          <Choice
            small
            name="T"
            icon={<TieIcon />}
            label={translate('desk.panel.tie')}
            onPick={() => actions.step('tie')}
          />
        )}
        {working && (
          <Choice
            small
            name="Q"
            icon={<StopIcon />}
            label={translate('desk.stop')}
            onPick={() => work.stop()}
          />
        )}
      </Box>
    </>
  );
}
