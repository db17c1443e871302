import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { dateTime } from '../ui/time.ts';
import type { AuditEventView } from './audit-event.ts';

/** One event in full, with the hash that chains it to the one before. */
export function EventDialog({ event, onClose }: { event: AuditEventView; onClose: () => void }) {
  const translate = useTranslate();
  const locale = useLocale() ?? 'en';
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="event-title">
      <DialogTitle id="event-title">{translate(`audit.types.${event.type}`, { _: event.type })}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary">
          {event.actor.name} · {dateTime(event.at, locale)} · {event.stream} #{event.seq}
        </Typography>
        <Box
          component="pre"
          tabIndex={0}
          sx={{
            mt: 2,
            p: 1.5,
            borderRadius: 2,
            bgcolor: 'surface.sunken',
            fontSize: 12.5,
            overflowX: 'auto',
            fontFamily: 'ui-monospace, monospace',
          }}
        >
          {JSON.stringify(event.data, null, 2)}
        </Box>
        <Typography variant="caption" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          SHA-256 {event.hash}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('app.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
