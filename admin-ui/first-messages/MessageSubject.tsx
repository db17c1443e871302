import { Box } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import type { DecideTogether } from '../desk/definition.ts';
import { Later } from '../desk/Later.tsx';
import { dateTime, relativeTime } from '../ui/time.ts';
import { Attachments } from './Attachments.tsx';
import { MemberCard } from './MemberCard.tsx';
import { MessageText } from './MessageText.tsx';
import { SignalList } from './SignalList.tsx';
import { Together } from './Together.tsx';
import { messageOf } from './types.ts';

interface MessageSubjectProps {
  detail: CaseDetail;
  onDecideTogether: DecideTogether;
}

/** A held message with everything that helps to judge it; the text first, and largest. */
export function MessageSubject({ detail, onDecideTogether }: MessageSubjectProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const { message, signals, holdReasons, sender, recipient } = messageOf(detail);
  const language = detail.locale.slice(0, 2);
  const reasons = holdReasons.map((one) => translate(`firstMessages.hold.${one}`)).join(', ');
  const held = translate('firstMessages.hold.title', { reasons });
  const facts = [
    translate(`desk.languages.${language}`, { _: detail.locale }),
    translate('firstMessages.message.sent', { when: relativeTime(message.sentAt, Date.now(), locale) }),
    ...(message.channel === null ? [] : [translate(`firstMessages.message.channel.${message.channel}`)]),
  ];
  return (
    <>
      <Box component="article" aria-label={translate('firstMessages.message.title')}>
        <MessageText key={detail.id} text={message.text} signals={signals} language={detail.locale} />
        <Attachments files={message.attachments} />
        <Box
          title={dateTime(message.sentAt, locale)}
          sx={{
            mt: 2,
            fontSize: 12.5,
            lineHeight: 1.5,
            color: 'text.secondary',
            display: 'grid',
            gap: 0.25,
          }}
        >
          <span>{facts.join(' · ')}</span>
          <span>{held}</span>
        </Box>
        {signals.length > 0 && (
          <Box sx={{ mt: 2, pt: 2, borderTop: 1, borderColor: 'divider' }}>
            <SignalList signals={signals} />
          </Box>
        )}
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 200px), 1fr))',
        }}
      >
        <MemberCard role="sender" member={sender} />
        <MemberCard role="recipient" member={recipient} />
      </Box>
      <Later of={detail.id}>
        <Together key={detail.id} detail={detail} onDecideTogether={onDecideTogether} />
      </Later>
    </>
  );
}
