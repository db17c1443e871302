import CheckIcon from '@mui/icons-material/ChecklistRtl';
import CloseIcon from '@mui/icons-material/Close';
import RefreshIcon from '@mui/icons-material/Refresh';
import { Box, Button, ButtonBase, IconButton, Skeleton, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseStatus } from '../../api/cases/contract.ts';
import { QueueCard } from './QueueCard.tsx';
import type { Row } from './queue-state.ts';
import { rangeOf, toggled } from './choosing.ts';
import { useDesk, useDeskState, useQueueState } from './use-desk.ts';

const LISTS: readonly CaseStatus[] = ['open', 'pending_approval', 'waiting', 'decided'];
const EMPTY: Readonly<Record<string, string>> = {
  open: 'empty',
  pending_approval: 'emptyApproval',
  waiting: 'emptyWaiting',
  decided: 'emptyDecided',
};

function Lists() {
  const translate = useTranslate();
  const { list } = useDesk();
  const status = useQueueState((state) => state.status);
  return (
    <Box
      role="group"
      aria-label={translate('desk.queue.lists')}
      sx={{ display: 'flex', gap: 0.25, p: 0.25, borderRadius: 2, bgcolor: 'surface.sunken' }}
    >
      {LISTS.map((one) => (
        <ButtonBase
          key={one}
          aria-pressed={one === status}
          onClick={() => void list.show(one)}
          sx={{
            flex: '1 1 auto',
            minHeight: 28,
            px: 0.75,
            borderRadius: 1.5,
            fontSize: 12.5,
            fontWeight: one === status ? 600 : 500,
            color: one === status ? 'text.primary' : 'text.secondary',
            bgcolor: one === status ? 'background.paper' : 'transparent',
            boxShadow: one === status ? '0 1px 2px rgb(0 0 0 / 0.08)' : 'none',
          }}
        >
          {translate(`desk.queue.${one}`)}
        </ButtonBase>
      ))}
    </Box>
  );
}

function Fresh() {
  const translate = useTranslate();
  const { list } = useDesk();
  const count = useQueueState((state) => state.fresh.length);
  if (count === 0) return null;
  return (
    <Box
      sx={{
        position: 'absolute',
        top: 8,
        left: 0,
        right: 0,
        zIndex: 1,
        textAlign: 'center',
        pointerEvents: 'none',
      }}
    >
      <ButtonBase
        onClick={() => void list.refresh()}
        sx={{
          pointerEvents: 'auto',
          px: 1.5,
          height: 28,
          borderRadius: 14,
          fontSize: 12.5,
          fontWeight: 560,
          bgcolor: 'primary.main',
          color: 'primary.contrastText',
          boxShadow: '0 2px 8px rgb(0 0 0 / 0.18)',
        }}
      >
        {translate('desk.queue.fresh', count)}
      </ButtonBase>
    </Box>
  );
}

function Waiting() {
  return (
    <Box aria-hidden="true">
      {[0, 1, 2, 3, 4, 5].map((i) => (
        <Box key={i} sx={{ p: 2, borderBottom: 1, borderColor: 'divider' }}>
          <Skeleton variant="text" width="60%" />
          <Skeleton variant="text" width="95%" />
          <Skeleton variant="text" width="70%" />
        </Box>
      ))}
    </Box>
  );
}

function Message({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" component="div" sx={{ p: 3, color: 'text.secondary', textAlign: 'center' }}>
      {children}
    </Typography>
  );
}

/** The queue: what waits, the most urgent first. Live, but nothing moves under the reader's eyes. */
export function QueuePane({ onOpened, onClose }: { onOpened?: () => void; onClose?: () => void }) {
  const translate = useTranslate();
  const { definition, list, work, may } = useDesk();
  const rows = useQueueState((state) => state.rows);
  const phase = useQueueState((state) => state.phase);
  const status = useQueueState((state) => state.status);
  const nextCursor = useQueueState((state) => state.nextCursor);
  const loadingMore = useQueueState((state) => state.loadingMore);
  const chosen = useQueueState((state) => state.chosen);
  const currentId = useDeskState((state) => state.line[0] ?? null);
  const scroller = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const lastChosen = useRef<string | null>(null);

  const open = useCallback(
    (row: Row) => {
      void work.open(row.item.id, row.item, may.decide && row.gone === null);
      onOpened?.();
    },
    [work, may, onOpened],
  );
  const choose = useCallback(
    (row: Row, extend: boolean) => {
      const { rows: all, chosen: before } = list.getState();
      const base = before ?? new Set<string>();
      const next =
        extend && lastChosen.current !== null
          ? rangeOf(all, base, lastChosen.current, row.item.id)
          : toggled(base, row.item.id);
      lastChosen.current = row.item.id;
      list.choose(next);
    },
    [list],
  );

  useEffect(() => {
    const root = scroller.current;
    const target = end.current;
    if (root === null || target === null || nextCursor === null) return;
    const watch = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting === true) list.more();
      },
      { root, rootMargin: '600px' },
    );
    watch.observe(target);
    return () => watch.disconnect();
  }, [list, nextCursor]);

  const bulk = chosen !== null;
  return (
    <Box
      component="section"
      aria-label={translate('desk.queue.title')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        height: '100%',
        minHeight: 0,
        bgcolor: 'background.default',
      }}
    >
      <Box sx={{ px: 2, pt: 1.5, pb: 1.5, borderBottom: 1, borderColor: 'divider' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 32, mb: 1 }}>
          <Typography variant="h2" component="h1" sx={{ flex: 1 }}>
            {translate(`${definition.texts}.title`)}
          </Typography>
          {may.decide && status === 'open' && (
            <Tooltip title={`${translate('desk.queue.select')} (B)`}>
              <IconButton
                size="small"
                aria-label={translate('desk.queue.select')}
                aria-keyshortcuts="B"
                aria-pressed={bulk}
                color={bulk ? 'primary' : 'default'}
                onClick={() => list.choose(bulk ? null : new Set())}
              >
                <CheckIcon fontSize="small" />
              </IconButton>
            </Tooltip>
          )}
          <Tooltip title={translate('desk.queue.refresh')}>
            <IconButton
              size="small"
              aria-label={translate('desk.queue.refresh')}
              onClick={() => void list.refresh()}
            >
              <RefreshIcon fontSize="small" />
            </IconButton>
          </Tooltip>
          {onClose !== undefined && (
            <IconButton size="small" aria-label={translate('desk.queue.hide')} onClick={onClose}>
              <CloseIcon fontSize="small" />
            </IconButton>
          )}
        </Box>
        <Lists />
      </Box>
      <Box sx={{ position: 'relative', flex: 1, minHeight: 0 }}>
        <Fresh />
        <Box
          ref={scroller}
          data-queue=""
          sx={{ height: '100%', overflowY: 'auto', overscrollBehavior: 'contain' }}
        >
          {phase === 'loading' && <Waiting />}
          {phase === 'failed' && (
            <Message>
              <p>{translate('desk.queue.failed')}</p>
              <Button variant="outlined" onClick={() => void list.show(status)}>
                {translate('desk.retry')}
              </Button>
            </Message>
          )}
          {phase === 'ready' && rows.length === 0 && (
            <Message>{translate(`desk.queue.${EMPTY[status] ?? 'empty'}`)}</Message>
          )}
          {rows.length > 0 && (
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {rows.map((row) => (
                <QueueCard
                  key={row.item.id}
                  row={row}
                  current={row.item.id === currentId}
                  chosen={bulk ? chosen.has(row.item.id) : undefined}
                  onOpen={open}
                  onChoose={choose}
                />
              ))}
            </Box>
          )}
          <Box ref={end} sx={{ p: nextCursor === null ? 0 : 1.5, textAlign: 'center' }}>
            {nextCursor !== null && (
              <Button size="small" disabled={loadingMore} onClick={() => list.more()}>
                {translate('desk.queue.more')}
              </Button>
            )}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}
