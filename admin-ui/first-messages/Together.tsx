import { Box, Button } from '@mui/material';
import { styled } from '@mui/material/styles';
import { useId, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { BulkBar } from '../desk/BulkBar.tsx';
import { toggled } from '../desk/choosing.ts';
import type { DecideTogether } from '../desk/definition.ts';
import { Section } from '../desk/Section.tsx';
import { relativeTime } from '../ui/time.ts';
import { messageOf, type OtherMessage } from './types.ts';

const Line = styled('label')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: '18px minmax(0, 1fr) auto',
  gap: 12,
  alignItems: 'start',
  padding: '10px 12px',
  fontSize: 13,
  lineHeight: '19px',
  cursor: 'pointer',
  '&:hover': { background: theme.palette.surface.hover },
  '& input': { width: 16, height: 16, margin: '2px 0 0', accentColor: theme.palette.primary.main },
  '& [data-excerpt]': {
    display: '-webkit-box',
    WebkitLineClamp: 2,
    WebkitBoxOrient: 'vertical',
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  '& [data-when]': { color: theme.palette.text.secondary, fontSize: 12, whiteSpace: 'nowrap' },
  'li &': { borderTop: `1px solid ${theme.palette.divider}` },
}));

/** So many stand there at first; a sender of fifty messages must not push everything else away. */
const FIRST = 3;

interface ListProps {
  title: string;
  messages: readonly OtherMessage[];
  named: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}

function List({ title, messages, named, chosen, onChoose }: ListProps) {
  const translate = useTranslate();
  const locale = useLocale();
  const id = useId();
  const [whole, setWhole] = useState(false);
  if (messages.length === 0) return null;
  const shown = whole || messages.length <= FIRST + 1 ? messages : messages.slice(0, FIRST);
  const small = { minHeight: 28, fontSize: 12.5 };
  return (
    <Box component="section" aria-labelledby={id} sx={{ '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 1.5, pr: 0.5, minHeight: 36 }}>
        <Box
          id={id}
          component="h4"
          sx={{ flex: 1, m: 0, fontSize: 12.5, color: 'text.secondary', fontWeight: 560 }}
        >
          {title}
        </Box>
        <Button
          size="small"
          onClick={() => onChoose(new Set([...chosen, ...messages.map((one) => one.caseId)]))}
          sx={small}
        >
          {translate('firstMessages.together.every')}
        </Button>
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((one) => (
          <li key={one.caseId}>
            <Line>
              <input
                type="checkbox"
                checked={chosen.has(one.caseId)}
                onChange={() => onChoose(toggled(chosen, one.caseId))}
              />
              <span data-excerpt="">
                {named && <b>{one.sender.nickname}: </b>}
                {one.excerpt === '' ? translate('firstMessages.message.empty') : one.excerpt}
              </span>
              <span data-when="">{relativeTime(one.sentAt, Date.now(), locale)}</span>
            </Line>
          </li>
        ))}
      </Box>
      {shown.length < messages.length && (
        <Button size="small" onClick={() => setWhole(true)} sx={{ ...small, m: 0.5 }}>
          {translate('firstMessages.together.all', { count: messages.length })}
        </Button>
      )}
    </Box>
  );
}

/** Other held messages of the same sender, and the same text from others: to be decided together, after a dry run. */
export function Together({
  detail,
  onDecideTogether,
}: {
  detail: CaseDetail;
  onDecideTogether: DecideTogether;
}) {
  const translate = useTranslate();
  const { siblings, nearDuplicates, sender } = messageOf(detail);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const all = [...siblings, ...nearDuplicates];
  if (all.length === 0) return null;
  const own = {
    caseId: detail.id,
    version: detail.version,
    label: `${sender?.nickname ?? ''} (${translate('firstMessages.together.this')})`,
  };
  const others = all
    .filter((one) => chosen.has(one.caseId))
    .map((one) => ({
      caseId: one.caseId,
      version: one.version,
      label: `${one.sender.nickname}: ${one.excerpt}`,
    }));
  const items = detail.allowedActions.includes('decide') ? [own, ...others] : others;
  return (
    <Section title={translate('firstMessages.together.decide')}>
      <Box sx={{ border: 1, borderColor: 'divider', borderRadius: 2, overflow: 'hidden' }}>
        <List
          named={false}
          title={translate('firstMessages.together.siblings', { name: sender?.nickname ?? '' })}
          messages={siblings}
          chosen={chosen}
          onChoose={setChosen}
        />
        <List
          named
          title={translate('firstMessages.together.near')}
          messages={nearDuplicates}
          chosen={chosen}
          onChoose={setChosen}
        />
        {others.length > 0 && (
          <BulkBar
            items={items}
            onPreview={(bulk) => onDecideTogether([...bulk.items], bulk.outcome, bulk.reasonCode)}
          />
        )}
      </Box>
    </Section>
  );
}
