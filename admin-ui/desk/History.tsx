import { Box } from '@mui/material';
import { styled } from '@mui/material/styles';
import { memo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { dateTime, relativeTime } from '../ui/time.ts';
import type { Translate } from './definition.ts';
import { grouped, type HistoryItem, wordsOf } from './history.ts';
import { Section } from './Section.tsx';
import { useDesk } from './use-desk.ts';

const Line = styled('li')(({ theme }) => ({
  position: 'relative',
  display: 'grid',
  gridTemplateColumns: '12px 1fr auto',
  gap: 8,
  padding: '5px 0',
  fontSize: 13,
  lineHeight: '20px',
  overflowWrap: 'anywhere',
  '& time': { color: theme.palette.text.secondary, fontSize: 12, whiteSpace: 'nowrap' },
  '& i': { width: 7, height: 7, marginTop: 7, borderRadius: 4, background: theme.palette.divider },
  '& b': { fontWeight: 560 },
  '&:not(:last-child)::before': {
    content: '""',
    position: 'absolute',
    left: 3,
    top: 20,
    bottom: -12,
    width: 1,
    background: theme.palette.divider,
  },
}));

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function sayEvent(item: HistoryItem, texts: string, locale: string, translate: Translate): string {
  const { data } = item;
  const outcome = text(data['outcome']);
  const code = text(data['reasonCode']);
  const reason = text(data['reason']);
  const until = text(data['until']);
  return translate(`desk.history.${wordsOf(item.type)}`, {
    _: translate('desk.history.other', { type: item.type }),
    outcome:
      outcome === ''
        ? ''
        : translate(`${texts}.outcome.${outcome}`) +
          (code === '' ? '' : ` (${translate(`${texts}.reason.${code}`)})`),
    reason: reason === 'deadline' ? translate('desk.history.deadline') : reason,
    until: until === '' ? '' : dateTime(until, locale),
  });
}

/** Everything that happened to the case, the latest first. */
export const History = memo(function History({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { definition } = useDesk();
  return (
    <Section title={translate('desk.history.title')}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {grouped(detail.history).map(({ last, count }) => {
          const what = sayEvent(last, definition.texts, locale, translate);
          const system = last.actor.id.startsWith('system') || last.actor.id.startsWith('marketplace');
          return (
            <Line key={last.seq}>
              <i aria-hidden="true" />
              <span>
                <b>{system ? translate('desk.history.system') : last.actor.name}</b>{' '}
                {count === 1 ? what : translate('desk.history.repeated', { what, count })}
              </span>
              <time dateTime={last.at} title={dateTime(last.at, locale)}>
                {relativeTime(last.at, Date.now(), locale)}
              </time>
            </Line>
          );
        })}
      </Box>
    </Section>
  );
});
