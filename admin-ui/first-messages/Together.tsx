import { Box } from '@mui/material';
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
  'li + li &': { borderTop: `1px solid ${theme.palette.divider}` },
}));

interface ListProps {
  title: string;
  messages: readonly OtherMessage[];
  named: boolean;
  chosen: ReadonlySet<string>;
  onToggle(id: string): void;
}

function List({ title, messages, named, chosen, onToggle }: ListProps) {
  const locale = useLocale();
  const id = useId();
  if (messages.length === 0) return null;
  return (
    <Box component="ul" aria-labelledby={id} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      <Box
        component="li"
        id={id}
        sx={{ px: 1.5, pt: 1.25, pb: 0.25, fontSize: 12.5, color: 'text.secondary', fontWeight: 560 }}
      >
        {title}
      </Box>
      {messages.map((one) => (
        <li key={one.caseId}>
          <Line>
            <input type="checkbox" checked={chosen.has(one.caseId)} onChange={() => onToggle(one.caseId)} />
            <span data-excerpt="">
              {named && <b>{one.sender.nickname}: </b>}
              {one.excerpt}
            </span>
            <span data-when="">{relativeTime(one.sentAt, Date.now(), locale)}</span>
          </Line>
        </li>
      ))}
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
          onToggle={(id) => setChosen(toggled(chosen, id))}
        />
        <List
          named
          title={translate('firstMessages.together.near')}
          messages={nearDuplicates}
          chosen={chosen}
          onToggle={(id) => setChosen(toggled(chosen, id))}
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
