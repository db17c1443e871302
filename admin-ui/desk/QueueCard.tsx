import { styled } from '@mui/material/styles';
import { type MouseEvent, memo } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { relativeTime } from '../ui/time.ts';
import { Avatar } from './Avatar.tsx';
import type { Row } from './queue-state.ts';
import { useDesk } from './use-desk.ts';
import { useNow } from './use-now.ts';

const NEAR_MS = 30 * 60_000;

const Item = styled('li')(({ theme }) => ({
  position: 'relative',
  contentVisibility: 'auto',
  containIntrinsicSize: 'auto 108px',
  borderBottom: `1px solid ${theme.palette.divider}`,
  '&[data-current="true"]': { background: theme.palette.surface.selected },
  '&[data-chosen="true"]': { background: theme.palette.surface.selected },
  '&[data-gone="true"] [data-fades]': { opacity: 0.5 },
}));

const Press = styled('a')(({ theme }) => ({
  display: 'block',
  width: '100%',
  boxSizing: 'border-box',
  padding: '12px 16px',
  color: 'inherit',
  textDecoration: 'none',
  cursor: 'pointer',
  '[data-bulk="true"] &': { paddingLeft: 44 },
  '&:hover': { background: theme.palette.surface.hover },
  '[data-current="true"] &:hover': { background: 'transparent' },
  '&:focus-visible': {
    outline: `2px solid ${theme.palette.primary.main}`,
    outlineOffset: -2,
    borderRadius: 4,
  },
}));

const When = styled('span')(({ theme }) => ({
  fontSize: 12,
  fontWeight: 400,
  color: theme.palette.text.secondary,
  whiteSpace: 'nowrap',
  fontVariantNumeric: 'tabular-nums',
  '&[data-tone="near"]': { color: theme.palette.warning.main, fontWeight: 560 },
  '&[data-tone="over"]': { color: theme.palette.error.main, fontWeight: 560 },
}));

const Marks = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 6, minHeight: 24 });

const Tag = styled('span')(({ theme }) => ({
  padding: '1px 6px',
  borderRadius: 4,
  fontSize: 11,
  fontWeight: 560,
  color: theme.palette.text.secondary,
  border: `1px solid ${theme.palette.divider}`,
  background: theme.palette.background.paper,
}));

const Box = styled('input')(({ theme }) => ({
  position: 'absolute',
  left: 12,
  top: 10,
  width: 24,
  height: 24,
  margin: 0,
  accentColor: theme.palette.primary.main,
}));

function Due({ dueAt, decided }: { dueAt: string; decided: string | null }) {
  const translate = useTranslate();
  const locale = useLocale();
  const now = useNow(30_000);
  if (decided !== null) return <When>{relativeTime(decided, now, locale)}</When>;
  const left = Date.parse(dueAt) - now;
  const when = relativeTime(dueAt, now, locale);
  const tone = left < 0 ? 'over' : left < NEAR_MS ? 'near' : 'calm';
  return (
    <When data-tone={tone} title={translate(left < 0 ? 'desk.card.overdue' : 'desk.card.due', { when })}>
      {when}
    </When>
  );
}

interface QueueCardProps {
  row: Row;
  current: boolean;
  /** Undefined: cases are not being chosen. */
  chosen: boolean | undefined;
  onOpen: (row: Row) => void;
  onChoose: (row: Row, extend: boolean) => void;
}

/** A case in the queue. What a colleague did to it is said on it; it stays where it is. */
export const QueueCard = memo(function QueueCard({ row, current, chosen, onOpen, onChoose }: QueueCardProps) {
  const translate = useTranslate();
  const { definition, me } = useDesk();
  const { item, gone } = row;
  const { from, to } = definition.nameOf(item, null);
  const bulk = chosen !== undefined;

  const onClick = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (bulk || event.shiftKey) onChoose(row, event.shiftKey);
    else onOpen(row);
  };
  const holder = item.lease?.holder ?? null;
  const heldTitle =
    holder === null
      ? ''
      : holder.id === me.id
        ? translate('desk.card.heldByYou')
        : translate('desk.card.heldBy', { name: holder.name });

  return (
    <Item data-current={current} data-chosen={chosen === true} data-gone={gone !== null} data-bulk={bulk}>
      {bulk && (
        <Box
          type="checkbox"
          checked={chosen}
          disabled={gone !== null}
          aria-label={translate('desk.queue.selectOne', { name: `${from} → ${to}` })}
          onChange={() => onChoose(row, false)}
        />
      )}
      <Press
        href={`${definition.path}/${item.id}`}
        data-case={item.id}
        aria-current={current ? 'true' : undefined}
        draggable={false}
        onClick={onClick}
      >
        <definition.Card
          item={item}
          when={
            gone === null ? (
              <Due dueAt={item.dueAt} decided={item.status === 'decided' ? item.decidedAt : null} />
            ) : (
              <Gone row={row} />
            )
          }
          marks={
            <Marks>
              {item.escalated && item.status !== 'decided' && <Tag>{translate('desk.card.escalated')}</Tag>}
              <Tag title={translate(`desk.languages.${item.locale.slice(0, 2)}`, { _: item.locale })}>
                {item.locale.slice(0, 2).toUpperCase()}
              </Tag>
              {holder !== null && gone === null && (
                <Avatar name={holder.name} title={heldTitle} own={holder.id === me.id} />
              )}
            </Marks>
          }
        />
      </Press>
    </Item>
  );
});

function Gone({ row }: { row: Row }) {
  const translate = useTranslate();
  const { definition, me } = useDesk();
  const { gone } = row;
  if (gone === null) return null;
  const name = gone.by === null ? '' : gone.by.id === me.id ? translate('desk.card.byYou') : gone.by.name;
  const words =
    gone.outcome === null
      ? translate(`desk.card.gone.${gone.status}`, { name })
      : translate(`${definition.texts}.goneBy.${gone.outcome}`, { name });
  return <When>{words}</When>;
}
