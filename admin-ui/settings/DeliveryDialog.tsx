import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  List,
  ListItem,
  ListItemText,
  Typography,
} from '@mui/material';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import type { WebhookDeliveryDetail } from '../../api/marketplace/webhooks-contract.ts';
import { PageLoading } from '../layout/PageLoading.tsx';
import { api } from '../providers/http.ts';
import { useProblemText } from '../ui/problem.ts';
import { dateTime } from '../ui/time.ts';

/** One delivery: what was sent, every try, and having it sent again. */
export function DeliveryDialog({
  id,
  onClose,
  onChanged,
}: {
  id: string;
  onClose: () => void;
  onChanged: () => void;
}) {
  const translate = useTranslate();
  const locale = useLocale();
  const problem = useProblemText();
  const text = (key: string) => translate(`settings.webhooks.${key}`);
  const { data, error, refetch } = useQuery({
    queryKey: ['delivery', id],
    queryFn: ({ signal }) => api.get<WebhookDeliveryDetail>(`/webhooks/deliveries/${id}`, undefined, signal),
  });
  const again = useMutation({
    mutationFn: () => api.post(`/webhooks/deliveries/${id}/redeliver`),
    onSuccess: async () => {
      await refetch();
      onChanged();
    },
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{data?.eventType ?? text('title')}</DialogTitle>
      <DialogContent>
        {error !== null && <Alert severity="error">{problem(error)}</Alert>}
        {again.error !== null && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {problem(again.error)}
          </Alert>
        )}
        {data === undefined ? (
          error === null && <PageLoading />
        ) : (
          <>
            <Typography component="h3" variant="h3" sx={{ mb: 1 }}>
              {text('body')}
            </Typography>
            <Typography
              component="pre"
              tabIndex={0}
              sx={{
                m: 0,
                p: 1.5,
                borderRadius: 2,
                bgcolor: 'surface.sunken',
                fontSize: 12.5,
                overflowX: 'auto',
                fontFamily: 'ui-monospace, monospace',
              }}
            >
              {JSON.stringify(data.event, null, 2)}
            </Typography>
            <Typography component="h3" variant="h3" sx={{ mt: 3, mb: 0.5 }}>
              {text('attempts')}
            </Typography>
            <List disablePadding dense>
              {data.attempts.length === 0 && (
                <ListItem disableGutters>
                  <ListItemText secondary={text('noAttempts')} />
                </ListItem>
              )}
              {data.attempts.map((attempt) => (
                <ListItem key={attempt.id} disableGutters divider>
                  <ListItemText
                    primary={`${attempt.httpStatus ?? attempt.error ?? '–'} · ${attempt.durationMs} ms`}
                    secondary={[dateTime(attempt.at, locale), attempt.requestedBy?.name]
                      .filter(Boolean)
                      .join(' · ')}
                  />
                </ListItem>
              ))}
            </List>
          </>
        )}
      </DialogContent>
      <DialogActions>
        {data?.allowedActions.includes('redeliver') && (
          <Button onClick={() => again.mutate()} disabled={again.isPending}>
            {text('redeliver')}
          </Button>
        )}
        <Button variant="contained" onClick={onClose}>
          {translate('app.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
