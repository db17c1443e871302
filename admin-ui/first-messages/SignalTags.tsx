import { styled } from '@mui/material/styles';
import { useTranslate } from 'react-admin';
import type { SignalKind } from '../../api/signals/contract.ts';

const SHOWN = 2;

const Row = styled('span')({ flex: 1, minWidth: 0, display: 'flex', flexWrap: 'wrap', gap: 4 });

const Tag = styled('span')(({ theme }) => ({
  padding: '1px 6px',
  borderRadius: 4,
  fontSize: 11.5,
  lineHeight: '18px',
  fontWeight: 520,
  whiteSpace: 'nowrap',
  background: theme.palette.signal.medium,
  color: theme.palette.text.primary,
  '&[data-kind="plain"]': { background: theme.palette.surface.sunken, color: theme.palette.text.secondary },
}));

/** What stands out in a message, in short. */
export function SignalTags({ kinds, proposal }: { kinds: readonly SignalKind[]; proposal: boolean }) {
  const translate = useTranslate();
  const more = kinds.length - SHOWN;
  return (
    <Row data-fades="">
      {proposal && <Tag data-kind="plain">{translate('firstMessages.message.proposal')}</Tag>}
      {kinds.slice(0, SHOWN).map((kind) => (
        <Tag key={kind}>{translate(`firstMessages.signal.${kind}`)}</Tag>
      ))}
      {more > 0 && <Tag data-kind="plain">{translate('desk.card.more', { count: more })}</Tag>}
    </Row>
  );
}
