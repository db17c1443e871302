import { Box, Chip, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { CaseDetail, DecisionView } from '../../api/cases/contract.ts';
import { relativeTime } from '../ui/time.ts';
import { Section } from './Section.tsx';
import { useDesk } from './use-desk.ts';

function Typed({ label, text }: { label: string; text: string }) {
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="caption" color="text.secondary">
        {label}
      </Typography>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
    </Box>
  );
}

function One({ decision }: { decision: DecisionView }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { definition } = useDesk();
  const outcome = translate(`${definition.texts}.outcome.${decision.outcome}`);
  const reason =
    decision.reasonCode === null
      ? ''
      : ` · ${translate(`${definition.texts}.reason.${decision.reasonCode}`)}`;
  return (
    <Box component="li" sx={{ p: 1.5, border: 1, borderColor: 'divider', borderRadius: 2 }}>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {outcome}
          {reason}
        </Typography>
        <Chip
          size="small"
          variant="outlined"
          label={translate(`desk.decisions.status.${decision.status}`)}
          sx={{ height: 20 }}
        />
      </Box>
      <Typography variant="caption" color="text.secondary" component="p">
        {translate('desk.decisions.by', { name: decision.decidedBy.name })} ·{' '}
        {relativeTime(decision.decidedAt, Date.now(), locale)}
        {decision.batchId !== null && ` · ${translate('desk.decisions.batch')}`}
        {decision.approvedBy !== null &&
          ` · ${translate(decision.status === 'returned' ? 'desk.decisions.returnedBy' : 'desk.decisions.approvedBy', { name: decision.approvedBy.name })}`}
      </Typography>
      {decision.message !== null && (
        <Typed label={translate('desk.decisions.message')} text={decision.message} />
      )}
      {decision.note !== null && <Typed label={translate('desk.decisions.note')} text={decision.note} />}
    </Box>
  );
}

/** Every decision on this case, also those that do not stand any more. */
export function Decisions({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  if (detail.decisions.length === 0) return null;
  return (
    <Section title={translate('desk.decisions.title')}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {detail.decisions.toReversed().map((decision) => (
          <One key={decision.id} decision={decision} />
        ))}
      </Box>
    </Section>
  );
}
