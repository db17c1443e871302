import { styled } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { CaseSummary } from '../../api/cases/contract.ts';
import { SignalTags } from './SignalTags.tsx';
import { summaryOf } from './types.ts';

const Names = styled('span')({
  display: 'flex',
  gap: 6,
  fontSize: 13.5,
  lineHeight: '20px',
  fontWeight: 600,
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const To = styled('span')(({ theme }) => ({ color: theme.palette.text.secondary, fontWeight: 450 }));

const Excerpt = styled('span')(({ theme }) => ({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: 2,
  overflow: 'hidden',
  marginTop: 2,
  fontSize: 13,
  lineHeight: '19px',
  color: theme.palette.text.secondary,
  overflowWrap: 'anywhere',
}));

/** A held message in the queue: who to whom, how it begins, what stands out. */
export function MessageCard({ item }: { item: CaseSummary }) {
  const translate = useTranslate();
  const summary = summaryOf(item);
  if (summary === null) return null;
  return (
    <>
      <Names>
        <span>{summary.sender.nickname}</span>
        <To>→ {summary.recipient.nickname}</To>
      </Names>
      <Excerpt lang={item.locale}>
        {summary.excerpt === '' ? translate('firstMessages.message.empty') : summary.excerpt}
      </Excerpt>
      <SignalTags kinds={summary.signals} proposal={summary.kind === 'proposal'} />
    </>
  );
}
