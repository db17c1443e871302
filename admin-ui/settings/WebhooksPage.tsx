import {
  Alert,
  Box,
  Button,
  Chip,
  MenuItem,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useNotify, useTranslate } from 'react-admin';
import type {
  DeliveryStatus,
  WebhookDelivery,
  WebhookEndpoint,
} from '../../api/marketplace/webhooks-contract.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { api, isApiError } from '../providers/http.ts';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { useProblemText } from '../ui/problem.ts';
import { dateTime, relativeTime } from '../ui/time.ts';
import { usePages } from '../ui/use-pages.ts';
import { DeliveryDialog } from './DeliveryDialog.tsx';

const STATUSES: readonly DeliveryStatus[] = ['pending', 'delivered', 'failed'];
const TONE = { pending: 'default', delivered: 'success', failed: 'error' } as const;

function Endpoint() {
  const translate = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const problem = useProblemText();
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['webhook-endpoint'],
    queryFn: ({ signal }) => api.get<WebhookEndpoint>('/webhooks/endpoint', undefined, signal),
    retry: false,
  });
  const enable = useMutation({
    mutationFn: () => api.post('/webhooks/endpoint/enable'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['webhook-endpoint'] }),
    onError: (failed) => notify(problem(failed), { type: 'error' }),
  });
  const text = (key: string, values?: Record<string, unknown>) =>
    translate(`settings.webhooks.${key}`, values);
  if (isApiError(error) && error.status === 404)
    return (
      <Alert severity="info" sx={{ mb: 3 }}>
        {text('noEndpoint')}
      </Alert>
    );
  if (data === undefined) return null;
  return (
    <Section
      title={text('endpoint')}
      actions={
        <Chip
          size="small"
          color={data.status === 'enabled' ? 'success' : 'error'}
          variant="outlined"
          label={text(data.status)}
        />
      }
    >
      <Typography
        component="code"
        sx={{ fontFamily: 'ui-monospace, monospace', fontSize: 13, overflowWrap: 'anywhere' }}
      >
        {data.url}
      </Typography>
      <Typography variant="body2" color="text.secondary" sx={{ mt: 1 }}>
        {text('waiting', { smart_count: data.waiting })}
        {data.oldestWaitingSince !== null &&
          ` · ${relativeTime(data.oldestWaitingSince, Date.now(), locale)}`}
        {data.failed > 0 && ` · ${text('failedCount', { smart_count: data.failed })}`}
      </Typography>
      {data.status === 'disabled' && (
        <Alert
          severity="warning"
          sx={{ mt: 2 }}
          action={
            data.allowedActions.includes('enable') ? (
              <Button color="inherit" onClick={() => enable.mutate()}>
                {text('enable')}
              </Button>
            ) : undefined
          }
        >
          {text('disabledText')}
        </Alert>
      )}
    </Section>
  );
}

/** What was pushed to the marketplace: every delivery, its tries, and sending one again. */
export default function WebhooksPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const [status, setStatus] = useState<DeliveryStatus | ''>('');
  const [open, setOpen] = useState<string | null>(null);
  const { items, error, more, loadingMore, refetch } = usePages<WebhookDelivery>('/webhooks/deliveries', {
    status,
    limit: 50,
  });
  const text = (key: string) => translate(`settings.webhooks.${key}`);
  if (error !== null && items === undefined) return <Failure error={error} resetErrorBoundary={refetch} />;
  return (
    <Page title={text('title')} text={text('text')}>
      <Endpoint />
      <Box sx={{ mb: 2 }}>
        <TextField
          select
          label={text('status')}
          value={status}
          onChange={(event) => setStatus(event.target.value as DeliveryStatus | '')}
          sx={{ minWidth: 180 }}
        >
          <MenuItem value="">{text('all')}</MenuItem>
          {STATUSES.map((one) => (
            <MenuItem key={one} value={one}>
              {text(one)}
            </MenuItem>
          ))}
        </TextField>
      </Box>
      {items === undefined ? (
        <PageLoading />
      ) : items.length === 0 ? (
        <Typography color="text.secondary">{text('none')}</Typography>
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label={text('title')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['event', 'status', 'tries', 'created', 'answer'].map((column) => (
                  <TableCell key={column}>{text(column)}</TableCell>
                ))}
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((one) => (
                <TableRow key={one.id} hover>
                  <TableCell sx={{ fontFamily: 'ui-monospace, monospace', fontSize: 12.5 }}>
                    {one.eventType}
                  </TableCell>
                  <TableCell>
                    <Chip size="small" variant="outlined" color={TONE[one.status]} label={text(one.status)} />
                  </TableCell>
                  <TableCell>{one.tries}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{dateTime(one.createdAt, locale)}</TableCell>
                  <TableCell>{one.lastStatus ?? one.lastError ?? '–'}</TableCell>
                  <TableCell align="right">
                    <Button onClick={() => setOpen(one.id)}>{text('open')}</Button>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <MoreButton more={more} busy={loadingMore} />
      {open !== null && <DeliveryDialog id={open} onClose={() => setOpen(null)} onChanged={refetch} />}
    </Page>
  );
}
