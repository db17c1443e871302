import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
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
  '& > i': { flex: '1 0 0' },
  '& > span:last-child': { flexShrink: 0 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const Foot = styled('span')({ display: 'flex', alignItems: 'center', gap: 8, marginTop: 6, minHeight: 24 });

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

interface MessageCardProps {
  item: CaseSummary;
  when: ReactNode;
  marks: ReactNode;
}

/** A held message in the queue: who to whom, how it begins, what stands out. */
export function MessageCard({ item, when, marks }: MessageCardProps) {
  const translate = useTranslate();
  const summary = summaryOf(item);
  if (summary === null) return null;
  return (
    <>
      <Names>
        <span data-fades="">{summary.sender.nickname}</span>
        <To data-fades="">→ {summary.recipient.nickname}</To>
        <i />
        {when}
      </Names>
      <Excerpt data-fades="" lang={item.locale}>
        {summary.excerpt === '' ? translate('firstMessages.message.empty') : summary.excerpt}
      </Excerpt>
      <Foot>
        <SignalTags kinds={summary.signals} proposal={summary.kind === 'proposal'} />
        {marks}
      </Foot>
    </>
  );
}
