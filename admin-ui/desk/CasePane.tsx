import QueueIcon from '@mui/icons-material/ViewListOutlined';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import { CaseHeader } from './CaseHeader.tsx';
import { Decisions } from './Decisions.tsx';
import type { DecideTogether } from './definition.ts';
import { currentOf, type Entry } from './desk-state.ts';
import { History } from './History.tsx';
import { Later } from './Later.tsx';
import { NoticeBanner } from './NoticeBanner.tsx';
import { Notes } from './Notes.tsx';
import { NothingOpen } from './NothingOpen.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

function Loading() {
  return (
    <Box aria-hidden="true">
      <Skeleton variant="text" width="30%" sx={{ mb: 1 }} />
      <Skeleton variant="rounded" height={168} sx={{ mb: 3 }} />
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Skeleton variant="rounded" height={132} sx={{ flex: 1 }} />
        <Skeleton variant="rounded" height={132} sx={{ flex: 1 }} />
      </Box>
    </Box>
  );
}

function Failed({ entry }: { entry: Entry }) {
  const translate = useTranslate();
  const { work } = useDesk();
  const status = entry.failure?.status;
  const gone = status === 403 || status === 404;
  return (
    <Box role="alert" sx={{ textAlign: 'center', py: 6 }}>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {translate(gone ? 'desk.notFound' : 'desk.loadFailed')}
      </Typography>
      {gone ? (
        <Button variant="outlined" onClick={() => work.close(entry.id)}>
          {translate('desk.close')}
        </Button>
      ) : (
        <Button variant="outlined" onClick={() => void work.load(entry.id)}>
          {translate('desk.retry')}
        </Button>
      )}
    </Box>
  );
}

function Body({ entry, onTogether }: { entry: Entry; onTogether: DecideTogether }) {
  const { definition } = useDesk();
  const { detail } = entry;
  if (detail === null) return entry.failure === null ? <Loading /> : <Failed entry={entry} />;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <definition.Subject detail={detail} onDecideTogether={onTogether} />
      <Later of={detail.id}>
        <Notes detail={detail} />
        <Decisions detail={detail} />
        <History detail={detail} />
      </Later>
    </Box>
  );
}

/** The case on screen. After a decision the next one stands here at once, read from its beginning. */
export function CasePane({ onTogether, onQueue }: { onTogether: DecideTogether; onQueue?: () => void }) {
  const translate = useTranslate();
  const entry = useDeskState(currentOf);
  const scroller = useRef<HTMLDivElement>(null);
  const id = entry?.id ?? null;

  useEffect(() => {
    const pane = scroller.current;
    if (pane === null || id === null) return;
    pane.scrollTop = 0;
    // the keys that scroll are the case's, unless somebody is somewhere else on purpose
    const { activeElement } = document;
    const elsewhere = Boolean(activeElement?.closest('[data-queue],input,textarea,[role="dialog"]'));
    if (elsewhere) return;
    pane.dataset['quiet'] = 'true';
    pane.focus({ preventScroll: true });
  }, [id]);

  return (
    <Box
      component="section"
      aria-label={translate('desk.case.region')}
      sx={{
        display: 'flex',
        flexDirection: 'column',
        height: '100%',
        minHeight: 0,
        bgcolor: 'background.paper',
      }}
    >
      {entry === null ? (
        <>
          {onQueue !== undefined && (
            <Box sx={{ p: 1.5 }}>
              <Button variant="outlined" startIcon={<QueueIcon />} onClick={onQueue}>
                {translate('desk.queue.show')}
              </Button>
            </Box>
          )}
          <NothingOpen />
        </>
      ) : (
        <>
          <CaseHeader entry={entry} {...(onQueue === undefined ? {} : { onQueue })} />
          <Box
            ref={scroller}
            tabIndex={0}
            role="group"
            aria-label={translate('desk.case.region')}
            onBlur={() => delete scroller.current?.dataset['quiet']}
            sx={{
              flex: 1,
              minHeight: 0,
              overflowY: 'auto',
              overscrollBehavior: 'contain',
              '&[data-quiet]:focus-visible': { outline: 'none' },
              '&:focus-visible': { outlineOffset: -2 },
            }}
          >
            <Box sx={{ maxWidth: 800, mx: 'auto', px: { xs: 2, sm: 3 }, py: 3 }}>
              {entry.notice !== null && <NoticeBanner entry={entry} notice={entry.notice} />}
              <Body entry={entry} onTogether={onTogether} />
            </Box>
          </Box>
        </>
      )}
    </Box>
  );
}
