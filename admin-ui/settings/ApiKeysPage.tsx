import CopyIcon from '@mui/icons-material/ContentCopyOutlined';
import {
  Alert,
  Box,
  Button,
  Chip,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  IconButton,
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
import { type FormEvent, useState } from 'react';
import { useLocale, useNotify, useTranslate } from 'react-admin';
import type { ApiKey, NewApiKey } from '../../api/marketplace/contract.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { api } from '../providers/http.ts';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { formText } from '../ui/form-text.ts';
import { useProblemText } from '../ui/problem.ts';
import { dateTime } from '../ui/time.ts';

const KEY = ['api-keys'];

function CreateDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate();
  const problem = useProblemText();
  const notify = useNotify();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (name: string) => api.post<NewApiKey>('/api-keys', { name }),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const close = () => {
    onClose();
    create.reset();
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(formText(event.currentTarget, 'name'));
  };
  const made = create.data;
  return (
    <Dialog open={open} onClose={close} fullWidth maxWidth="sm">
      <DialogTitle>{translate('settings.api-keys.create')}</DialogTitle>
      {made === undefined ? (
        <form onSubmit={submit}>
          <DialogContent>
            {create.error !== null && (
              <Alert severity="error" sx={{ mb: 2 }}>
                {problem(create.error)}
              </Alert>
            )}
            <TextField
              name="name"
              label={translate('settings.api-keys.name')}
              helperText={translate('settings.api-keys.nameHelp')}
              autoFocus
              required
              fullWidth
              slotProps={{ htmlInput: { maxLength: 100 } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={close}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={create.isPending}>
              {translate('settings.api-keys.create')}
            </Button>
          </DialogActions>
        </form>
      ) : (
        <>
          <DialogContent>
            <Alert severity="warning" sx={{ mb: 2 }}>
              {translate('settings.api-keys.once')}
            </Alert>
            <Box
              sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1,
                p: 1.5,
                borderRadius: 2,
                bgcolor: 'surface.sunken',
              }}
            >
              <Typography
                component="code"
                sx={{
                  fontFamily: 'ui-monospace, monospace',
                  fontSize: 13,
                  overflowWrap: 'anywhere',
                  flex: 1,
                }}
              >
                {made.key}
              </Typography>
              <IconButton
                aria-label={translate('app.copy')}
                onClick={() =>
                  void navigator.clipboard
                    .writeText(made.key)
                    .then(() => notify('app.copied', { type: 'info' }))
                }
              >
                <CopyIcon fontSize="small" />
              </IconButton>
            </Box>
          </DialogContent>
          <DialogActions>
            <Button variant="contained" onClick={close}>
              {translate('app.done')}
            </Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}

/** The marketplace's keys: made, shown once, revoked. */
export default function ApiKeysPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const notify = useNotify();
  const problem = useProblemText();
  const client = useQueryClient();
  const [creating, setCreating] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<{ items: ApiKey[] }>('/api-keys', undefined, signal),
  });
  const revoke = useMutation({
    mutationFn: (id: string) => api.delete(`/api-keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
    onError: (failed) => notify(problem(failed), { type: 'error' }),
    onSettled: () => setRevoking(null),
  });
  if (error !== null && data === undefined)
    return <Failure error={error} resetErrorBoundary={() => void refetch()} />;
  if (data === undefined) return <PageLoading />;
  return (
    <Page
      title={translate('settings.api-keys.title')}
      text={translate('settings.api-keys.text')}
      actions={
        <Button variant="contained" onClick={() => setCreating(true)}>
          {translate('settings.api-keys.create')}
        </Button>
      }
    >
      {data.items.length === 0 ? (
        <Typography color="text.secondary">{translate('settings.api-keys.none')}</Typography>
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label={translate('settings.api-keys.title')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['name', 'hint', 'created', 'used'].map((column) => (
                  <TableCell key={column}>{translate(`settings.api-keys.${column}`)}</TableCell>
                ))}
                <TableCell />
              </TableRow>
            </TableHead>
            <TableBody>
              {data.items.map((key) => (
                <TableRow key={key.id} sx={{ opacity: key.revokedAt === null ? 1 : 0.6 }}>
                  <TableCell sx={{ fontWeight: 560 }}>{key.name}</TableCell>
                  <TableCell sx={{ fontFamily: 'ui-monospace, monospace' }}>…{key.hint}</TableCell>
                  <TableCell>{dateTime(key.createdAt, locale)}</TableCell>
                  <TableCell>
                    {key.lastUsedAt === null
                      ? translate('settings.api-keys.never')
                      : dateTime(key.lastUsedAt, locale)}
                  </TableCell>
                  <TableCell align="right">
                    {key.revokedAt === null ? (
                      <Button color="error" onClick={() => setRevoking(key)}>
                        {translate('settings.api-keys.revoke')}
                      </Button>
                    ) : (
                      <Chip size="small" label={translate('settings.api-keys.revoked')} />
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <CreateDialog open={creating} onClose={() => setCreating(false)} />
      <ConfirmDialog
        open={revoking !== null}
        title={translate('settings.api-keys.revokeTitle', { name: revoking?.name ?? '' })}
        text={translate('settings.api-keys.revokeText')}
        confirm={translate('settings.api-keys.revoke')}
        danger
        busy={revoke.isPending}
        onConfirm={() => revoking !== null && revoke.mutate(revoking.id)}
        onClose={() => setRevoking(null)}
      />
    </Page>
  );
}
