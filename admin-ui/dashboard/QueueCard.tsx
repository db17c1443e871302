import { Box, Button, Paper, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { duration, relativeTime } from '../ui/time.ts';
import type { MyOverview } from '../../api/me/contract.ts';

type Queue = MyOverview['queues'][number];

function Figure({
  value,
  label,
  tone,
}: {
  value: string;
  label: string;
  tone?: 'error.main' | 'warning.main';
}) {
  return (
    <Box sx={{ minWidth: 88 }}>
      <Box
        sx={{
          fontSize: 24,
          fontWeight: 620,
          lineHeight: 1.2,
          color: tone ?? 'text.primary',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {value}
      </Box>
      <Typography variant="caption" color="text.secondary">
        {label}
      </Typography>
    </Box>
  );
}

/** One queue: how much waits, how late it is, and the way into it. */
export function QueueCard({ queue, canWork }: { queue: Queue; canWork: boolean }) {
  const translate = useTranslate();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const counted = ({ count, capped }: { count: number; capped: boolean }) =>
    `${number.format(count)}${capped ? '+' : ''}`;
  const age =
    queue.oldestOpenedAt === null ? '–' : duration(Date.now() - Date.parse(queue.oldestOpenedAt), locale);
  const next = queue.nextDueAt === null ? null : relativeTime(queue.nextDueAt, Date.now(), locale);
  const empty = queue.open.count === 0;
  return (
    <Paper variant="outlined" sx={{ p: 2.5, borderRadius: 3 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
        <Box sx={{ flex: 1, minWidth: 180 }}>
          <Typography component="h3" variant="h2">
            {translate(`queues.${queue.queue}`)}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {empty ? translate('home.empty') : next === null ? '' : translate('home.nextDue', { when: next })}
          </Typography>
        </Box>
        {!empty && (
          <>
            <Figure value={counted(queue.open)} label={translate('home.open')} />
            <Figure value={age} label={translate('home.oldest')} />
            {queue.dueWithinHour.count > 0 && (
              <Figure
                value={counted(queue.dueWithinHour)}
                label={translate('home.dueSoon')}
                tone="warning.main"
              />
            )}
            {queue.overdue.count > 0 && (
              <Figure value={counted(queue.overdue)} label={translate('home.overdue')} tone="error.main" />
            )}
          </>
        )}
        {queue.pendingApproval.count > 0 && (
          <Figure value={counted(queue.pendingApproval)} label={translate('home.pendingApproval')} />
        )}
        {canWork && (
          <Button
            component={Link}
            to={`/${queue.queue}?start=1`}
            variant={empty ? 'outlined' : 'contained'}
            sx={{ minHeight: 40, px: 2 }}
          >
            {translate(empty ? 'home.openDesk' : 'home.start')}
          </Button>
        )}
      </Box>
    </Paper>
  );
}
