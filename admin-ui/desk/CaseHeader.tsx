import CloseIcon from '@mui/icons-material/Close';
import ArrowIcon from '@mui/icons-material/EastRounded';
import LinkIcon from '@mui/icons-material/Link';
import QueueIcon from '@mui/icons-material/ViewListOutlined';
import { Box, Chip, IconButton, Tooltip, Typography } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { dateTime, relativeTime } from '../ui/time.ts';
import { Avatar } from './Avatar.tsx';
import type { Entry } from './desk-state.ts';
import { LeaseClock } from './LeaseClock.tsx';
import { useDesk } from './use-desk.ts';
import { useNow } from './use-now.ts';

function Due({ dueAt }: { dueAt: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow(30_000);
  const over = Date.parse(dueAt) < now;
  const when = relativeTime(dueAt, now, locale);
  return (
    <Tooltip title={dateTime(dueAt, locale)}>
      <Box
        component="span"
        sx={{ color: over ? 'error.main' : 'text.secondary', fontWeight: over ? 560 : 400 }}
      >
        {translate(over ? 'desk.card.overdue' : 'desk.case.due', { when })}
      </Box>
    </Tooltip>
  );
}

function CopyLink({ id }: { id: string }) {
  const translate = useTranslate();
  const { definition } = useDesk();
  const [copied, setCopied] = useState<string | null>(null);
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}${definition.path}/${id}`);
    setCopied(id);
  };
  const label = translate(copied === id ? 'desk.case.linkCopied' : 'desk.case.copyLink');
  return (
    <Tooltip title={label}>
      <IconButton size="small" aria-label={label} onClick={() => void copy()}>
        <LinkIcon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

/** Who writes to whom, where the case stands, who else looks at it, and for how long it is mine. */
export function CaseHeader({ entry, onQueue }: { entry: Entry; onQueue?: () => void }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { definition, me, work } = useDesk();
  const { detail, summary } = entry;
  const shown = detail ?? summary;
  const { from, to } = definition.nameOf(summary, detail);
  const others = (detail?.present ?? []).filter((person) => person.id !== me.id);
  return (
    <Box
      component="header"
      sx={{
        px: { xs: 2, sm: 3 },
        py: 1.5,
        minHeight: 68,
        borderBottom: 1,
        borderColor: 'divider',
        flexShrink: 0,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 28 }}>
        {onQueue !== undefined && (
          <IconButton
            size="small"
            aria-label={translate('desk.queue.show')}
            onClick={onQueue}
            sx={{ ml: -0.75 }}
          >
            <QueueIcon fontSize="small" />
          </IconButton>
        )}
        <Typography
          variant="h2"
          sx={{ flex: 1, minWidth: 0, display: 'flex', alignItems: 'center', gap: 0.75, overflow: 'hidden' }}
        >
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {from}
          </Box>
          <ArrowIcon titleAccess="→" sx={{ fontSize: 16, color: 'text.disabled', flexShrink: 0 }} />
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
            {to}
          </Box>
        </Typography>
        {others.length > 0 && (
          <Box
            role="group"
            aria-label={translate('desk.case.present', { names: others.map((one) => one.name).join(', ') })}
            sx={{ display: 'flex', '& > * + *': { ml: -0.5 } }}
          >
            {others.slice(0, 4).map((person) => (
              <Avatar key={person.id} name={person.name} title={person.name} />
            ))}
          </Box>
        )}
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline-flex' } }}>
          <CopyLink id={entry.id} />
        </Box>
        <Tooltip title={`${translate('desk.close')} (Esc)`}>
          <IconButton
            size="small"
            aria-label={translate('desk.close')}
            aria-keyshortcuts="Escape"
            onClick={() => work.close(entry.id)}
          >
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1,
          minHeight: 24,
          mt: 0.25,
          fontSize: 12.5,
          color: 'text.secondary',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {shown !== null && (
          <>
            <span>{translate(`desk.case.status.${shown.status}`)}</span>
            {shown.status !== 'decided' && shown.status !== 'withdrawn' && (
              <>
                <span aria-hidden="true">·</span>
                <Due dueAt={shown.dueAt} />
              </>
            )}
            {shown.round > 1 && (
              <>
                <span aria-hidden="true">·</span>
                <span>{translate('desk.case.round', { round: shown.round })}</span>
              </>
            )}
            {shown.waitingUntil !== null && shown.waitingFor !== null && (
              <>
                <span aria-hidden="true">·</span>
                <span>
                  {translate('desk.case.waitingFor', {
                    who: translate(`${definition.texts}.waitFor.${shown.waitingFor}`),
                    when: dateTime(shown.waitingUntil, locale),
                  })}
                </span>
              </>
            )}
            {shown.escalated && (
              <Chip
                size="small"
                color="warning"
                variant="outlined"
                label={translate('desk.case.escalated', {
                  reason:
                    shown.escalationReason === 'deadline'
                      ? translate('desk.case.deadline')
                      : (shown.escalationReason ?? ''),
                })}
                sx={{ maxWidth: '100%', height: 20, fontSize: 12 }}
              />
            )}
          </>
        )}
        <Box component="span" sx={{ ml: 'auto' }}>
          {entry.lease !== null && <LeaseClock expiresAt={entry.lease.expiresAt} />}
        </Box>
      </Box>
    </Box>
  );
}
