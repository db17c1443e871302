import CloseIcon from '@mui/icons-material/Close';
import { Alert, Box, Button, IconButton, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { relativeTime } from '../ui/time.ts';
import type { Translate } from './definition.ts';
import type { Entry } from './desk-state.ts';
import type { Draft, Notice } from './notices.ts';
import { useDesk } from './use-desk.ts';

const WORDED = new Set([
  'offline',
  'forbidden',
  'escalated',
  'conflict_of_interest',
  'no_approver',
  'maker_is_checker',
  'text_needed',
  'undo_window_over',
  'nothing_to_undo',
  'not_yours',
  'wait_out_of_range',
]);

/** What happened, in one sentence of the reader's language. */
export function sentenceOf(
  notice: Notice,
  texts: string,
  locale: string,
  now: number,
  translate: Translate,
): string {
  switch (notice.kind) {
    case 'decided': {
      const { decision, proposed } = notice;
      return translate(proposed ? 'desk.notice.proposed' : 'desk.notice.decided', {
        name: decision.decidedBy.name,
        outcome: translate(`${texts}.outcome.${decision.outcome}`),
        when: relativeTime(decision.decidedAt, now, locale),
      });
    }
    case 'lease':
      if (notice.reason === 'expired') return translate('desk.notice.expired');
      return notice.holder === null
        ? translate('desk.notice.lost')
        : translate('desk.notice.lostTo', { name: notice.holder.name });
    case 'held':
      return notice.holder === null
        ? translate('desk.notice.held')
        : translate('desk.notice.heldBy', { name: notice.holder.name });
    case 'changed':
      return notice.status === null || notice.status === 'open'
        ? translate('desk.notice.changed')
        : translate('desk.notice.changedTo', { status: translate(`desk.case.status.${notice.status}`) });
    case 'refused':
      return WORDED.has(notice.code)
        ? translate(`desk.notice.${notice.code}`)
        : translate('desk.notice.other', { detail: notice.detail });
  }
}

function draftText(draft: Draft, texts: string, translate: Translate): string {
  const choice = draft.outcome === null ? '' : translate(`${texts}.outcome.${draft.outcome}`);
  const reason = draft.reasonCode === null ? '' : ` (${translate(`${texts}.reason.${draft.reasonCode}`)})`;
  return [`${choice}${reason}`, draft.message, draft.note].filter((part) => part.trim() !== '').join('\n\n');
}

function DraftBlock({ draft }: { draft: Draft }) {
  const translate = useTranslate();
  const { definition } = useDesk();
  const [copied, setCopied] = useState(false);
  const text = draftText(draft, definition.texts, translate);
  return (
    <Box sx={{ mt: 1.5, p: 1.5, borderRadius: 2, bgcolor: 'background.paper', color: 'text.primary' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 0.5 }}>
        <Typography variant="caption" sx={{ flex: 1, color: 'text.secondary', fontWeight: 560 }}>
          {translate('desk.notice.draft')}
        </Typography>
        <Button
          size="small"
          onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          sx={{ minHeight: 28 }}
        >
          {translate(copied ? 'desk.notice.copied' : 'desk.notice.copy')}
        </Button>
      </Box>
      <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
    </Box>
  );
}

/** What happened to this case while it was being worked on, where it is read; with what was typed, kept. */
export function NoticeBanner({ entry, notice }: { entry: Entry; notice: Notice }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { definition, work } = useDesk();
  const actions = entry.detail?.allowedActions ?? [];
  const canTakeOver = actions.includes('takeover');
  const canClaim = actions.includes('claim');
  const draft = 'draft' in notice ? notice.draft : null;
  const grave = notice.kind === 'decided' || notice.kind === 'refused';
  return (
    <Alert
      severity={grave ? 'error' : 'warning'}
      icon={false}
      sx={{
        mb: 3,
        borderRadius: 2,
        color: 'text.primary',
        bgcolor: grave ? 'error.light' : 'warning.light',
        '& .MuiAlert-message': { flex: 1, minWidth: 0 },
      }}
      action={
        <IconButton
          size="small"
          color="inherit"
          aria-label={translate('desk.notice.dismiss')}
          onClick={() => work.dispatch({ type: 'noticed', caseId: entry.id, notice: null })}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      }
    >
      {notice.kind === 'decided' && (
        <Typography variant="h3" component="p" sx={{ mb: 0.25 }}>
          {translate('desk.notice.decidedTitle', { name: notice.decision.decidedBy.name })}
        </Typography>
      )}
      <Typography variant="body2">
        {sentenceOf(notice, definition.texts, locale, Date.now(), translate)}
      </Typography>
      {draft !== null && <DraftBlock draft={draft} />}
      {(canClaim || canTakeOver) && (notice.kind === 'lease' || notice.kind === 'held') && (
        <Button
          variant="outlined"
          color="inherit"
          sx={{ mt: 1.5 }}
          aria-keyshortcuts={canClaim ? 'C' : 'G'}
          onClick={() => void work.claim(entry.id, !canClaim)}
        >
          {translate(canClaim ? 'desk.notice.again' : 'desk.lease.takeover')}
        </Button>
      )}
    </Alert>
  );
}
