import DoneIcon from '@mui/icons-material/TaskAlt';
import InboxIcon from '@mui/icons-material/MarkEmailUnreadOutlined';
import { Box, Button, CircularProgress, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Kbd } from './Kbd.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

function Calm({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  children?: ReactNode;
}) {
  return (
    <Box sx={{ m: 'auto', p: 3, maxWidth: 420, textAlign: 'center' }}>
      <Box sx={{ color: 'text.disabled', mb: 1.5, '& svg': { fontSize: 40 } }}>{icon}</Box>
      <Typography variant="h2" sx={{ mb: 0.75 }}>
        {title}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mb: 3 }}>
        {text}
      </Typography>
      {children}
    </Box>
  );
}

/** No case is on screen: before the work, while one is fetched, and when all is done. */
export function NothingOpen() {
  const translate = useTranslate();
  const { work, may } = useDesk();
  const working = useDeskState((state) => state.working);
  const exhausted = useDeskState((state) => state.exhausted);
  const failed = useDeskState((state) => state.claimFailure !== null);

  if (working && failed) {
    return (
      <Calm
        icon={<InboxIcon />}
        title={translate('desk.claimFailed')}
        text={translate('desk.notice.offline')}
      >
        <Button variant="contained" onClick={() => work.start()}>
          {translate('desk.retry')}
        </Button>
      </Calm>
    );
  }
  if (working && exhausted) {
    return (
      <Calm icon={<DoneIcon />} title={translate('desk.done.title')} text={translate('desk.done.text')}>
        <Box
          sx={{
            display: 'inline-flex',
            alignItems: 'center',
            gap: 1,
            mb: 2,
            color: 'text.secondary',
            fontSize: 13,
          }}
        >
          <Box sx={{ width: 8, height: 8, borderRadius: 4, bgcolor: 'success.main' }} />
          {translate('desk.done.waiting')}
        </Box>
        <Box>
          <Button variant="outlined" aria-keyshortcuts="Q" onClick={() => work.stop()}>
            {translate('desk.stop')}
            <Kbd inButton name="Q" />
          </Button>
        </Box>
      </Calm>
    );
  }
  if (working) {
    return (
      <Box sx={{ m: 'auto' }}>
        <CircularProgress size={24} aria-label={translate('app.loading')} />
      </Box>
    );
  }
  return (
    <Calm
      icon={<InboxIcon />}
      title={translate('desk.start.title')}
      text={translate(may.decide ? 'desk.start.text' : 'desk.start.lookOnly')}
    >
      {may.decide && (
        <Button variant="contained" size="large" aria-keyshortcuts="S" onClick={() => work.start()}>
          {translate('desk.start.action')}
          <Kbd inButton name="S" />
        </Button>
      )}
    </Calm>
  );
}
