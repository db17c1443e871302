import TimerIcon from '@mui/icons-material/TimerOutlined';
import { Box, Tooltip } from '@mui/material';
import { useTranslate } from 'react-admin';
import { countdown } from './lease.ts';
import { useNow } from './use-now.ts';

/** How long the case stays mine: quiet, until there is less than a minute left. */
export function LeaseClock({ expiresAt }: { expiresAt: number }) {
  const translate = useTranslate();
  const { text, tone } = countdown(expiresAt, useNow(1_000));
  const loud = tone !== 'quiet';
  return (
    <Tooltip title={translate('desk.lease.spoken', { time: text })}>
      <Box
        component="span"
        role="timer"
        aria-label={translate('desk.lease.spoken', { time: text })}
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.5,
          px: 0.75,
          height: 24,
          borderRadius: 1.5,
          fontSize: 12.5,
          fontVariantNumeric: 'tabular-nums',
          minWidth: 58,
          color: loud ? 'error.main' : 'text.secondary',
          bgcolor: loud ? 'error.light' : 'transparent',
          fontWeight: loud ? 600 : 400,
        }}
      >
        <TimerIcon sx={{ fontSize: 15 }} />
        {text}
      </Box>
    </Tooltip>
  );
}
