import { Box, ButtonBase } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Kbd } from './Kbd.tsx';
import type { Sent } from './desk-state.ts';
import { useDesk, useDeskState } from './use-desk.ts';
import { useNow } from './use-now.ts';

function useWords(sent: Sent): string {
  const translate = useTranslate();
  const { definition } = useDesk();
  const { from, to } = definition.nameOf(sent.entry.summary, sent.entry.detail);
  if (sent.phase === 'proposed') return translate('desk.toast.proposed');
  return translate(`${definition.texts}.toast.${sent.draft.outcome ?? ''}`, { sender: from, recipient: to });
}

function Toast({ sent, more }: { sent: Sent; more: number }) {
  const translate = useTranslate();
  const { work } = useDesk();
  const words = useWords(sent);
  const now = useNow(250);
  const left = sent.until === null ? null : Math.max(0, Math.ceil((sent.until - now) / 1000));
  return (
    <Box
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 1.5,
        maxWidth: '100%',
        pl: 2,
        pr: 0.75,
        height: 44,
        borderRadius: 2.5,
        bgcolor: 'text.primary',
        color: 'background.paper',
        fontSize: 13.5,
        boxShadow: '0 6px 24px rgb(0 0 0 / 0.22)',
        pointerEvents: 'auto',
      }}
    >
      <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
        {words}
        {more > 0 && (
          <Box component="span" sx={{ opacity: 0.7 }}>
            {' '}
            +{more}
          </Box>
        )}
      </Box>
      <ButtonBase
        aria-keyshortcuts="U"
        onClick={() => void work.undo()}
        sx={{
          gap: 0.75,
          px: 1.25,
          height: 32,
          borderRadius: 2,
          fontWeight: 600,
          fontSize: 13.5,
          flexShrink: 0,
          '&:hover': { bgcolor: 'rgb(128 128 128 / 0.25)' },
          '& kbd': { bgcolor: 'transparent', color: 'inherit', borderColor: 'currentColor', opacity: 0.75 },
        }}
      >
        {translate('desk.toast.undo')}
        <Kbd name="U" />
        <Box
          component="span"
          aria-hidden="true"
          sx={{ minWidth: 26, textAlign: 'right', opacity: 0.7, fontVariantNumeric: 'tabular-nums' }}
        >
          {left === null ? '…' : translate('desk.toast.left', { seconds: left })}
        </Box>
      </ButtonBase>
    </Box>
  );
}

/** The latest decision that can still be taken back, with how long. */
export function UndoToast() {
  const sent = useDeskState((state) => state.sent);
  const [latest, ...before] = sent;
  if (latest === undefined) return null;
  return (
    <Box
      sx={{
        position: 'absolute',
        left: 0,
        right: 0,
        bottom: 20,
        px: 2,
        zIndex: 5,
        textAlign: 'center',
        pointerEvents: 'none',
      }}
    >
      <Toast key={latest.id} sent={latest} more={before.length} />
    </Box>
  );
}
