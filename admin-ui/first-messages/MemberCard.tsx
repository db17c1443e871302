import VerifiedIcon from '@mui/icons-material/VerifiedOutlined';
import { Box, Typography } from '@mui/material';
import { styled } from '@mui/material/styles';
import { memo, useId } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { duration } from '../ui/time.ts';
import type { MemberView } from './types.ts';

const DAY = 86_400_000;
const NEW_MS = 7 * DAY;
const CAP = 1000;

const Facts = styled('dl')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '1fr auto',
  rowGap: 4,
  columnGap: 12,
  margin: 0,
  fontSize: 13,
  lineHeight: '20px',
  '& dt': { color: theme.palette.text.secondary, whiteSpace: 'nowrap' },
  '& dd': { margin: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& dd[data-tone="warn"]': { color: theme.palette.error.main, fontWeight: 600 },
  '& dd[data-tone="new"]': { color: theme.palette.warning.main, fontWeight: 600 },
}));

interface MemberCardProps {
  role: 'sender' | 'recipient';
  member: MemberView | null;
}

/** What there is to know of a member at a glance: how long, verified, orders, and what was decided before. */
export const MemberCard = memo(function MemberCard({ role, member }: MemberCardProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const id = useId();
  const count = (n: number) => {
    const text = new Intl.NumberFormat(locale).format(n);
    return n >= CAP ? translate('firstMessages.member.capped', { count: text }) : text;
  };
  const age = member === null ? 0 : Date.now() - Date.parse(member.joinedAt);
  return (
    <Box
      component="section"
      aria-labelledby={id}
      sx={{ p: 2, border: 1, borderColor: 'divider', borderRadius: 2, minWidth: 0 }}
    >
      <Typography variant="caption" color="text.secondary" component="p">
        {translate(`firstMessages.member.${role}`)}
      </Typography>
      <Typography id={id} variant="h3" sx={{ overflowWrap: 'anywhere', mb: 0.25 }}>
        {member?.nickname ?? translate('firstMessages.member.unknown')}
      </Typography>
      {member !== null && (
        <>
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              alignItems: 'center',
              columnGap: 0.75,
              fontSize: 12.5,
              color: 'text.secondary',
              mb: 1.5,
              minHeight: 20,
            }}
          >
            <span>{translate(`firstMessages.member.${member.kind}`)}</span>
            <span aria-hidden="true">·</span>
            {member.businessVerifiedAt !== null ? (
              <Box
                component="span"
                sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, color: 'success.main' }}
              >
                <VerifiedIcon sx={{ fontSize: 15 }} />
                {translate('firstMessages.member.verified')}
              </Box>
            ) : (
              <span>
                {translate(`firstMessages.member.${member.accountType}`)}
                {member.accountType === 'business' && `, ${translate('firstMessages.member.notVerified')}`}
              </span>
            )}
          </Box>
          <Facts>
            <dt>{translate('firstMessages.member.joined')}</dt>
            <dd data-tone={age < NEW_MS ? 'new' : undefined}>
              {age < DAY ? translate('firstMessages.member.joinedToday') : duration(age, locale)}
            </dd>
            <dt>{translate('firstMessages.member.orders')}</dt>
            <dd>{count(member.orders)}</dd>
            <dt>{translate('firstMessages.member.released')}</dt>
            <dd>{count(member.messages.released)}</dd>
            <dt>{translate('firstMessages.member.rejected')}</dt>
            <dd data-tone={member.messages.rejected > 0 ? 'warn' : undefined}>
              {count(member.messages.rejected)}
            </dd>
            <dt>{translate('firstMessages.member.held')}</dt>
            <dd>{count(member.messages.held)}</dd>
          </Facts>
        </>
      )}
    </Box>
  );
});
