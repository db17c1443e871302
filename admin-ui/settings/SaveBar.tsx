import { Alert, Box, Button, Paper, TextField } from '@mui/material';
import { useState } from 'react';
import { useNotify, useTranslate } from 'react-admin';
import { isApiError } from '../providers/http.ts';
import { useProblemText } from '../ui/problem.ts';

interface SaveBarProps {
  changed: boolean;
  busy: boolean;
  error: unknown;
  onSave: (note: string) => Promise<unknown>;
  onReset: () => void;
  onReload: () => void;
}

/** Stands at the foot of a setting that was changed: save it, with a word on why, or leave it as it was. */
export function SaveBar({ changed, busy, error, onSave, onReset, onReload }: SaveBarProps) {
  const translate = useTranslate();
  const notify = useNotify();
  const problem = useProblemText();
  const [note, setNote] = useState('');
  if (!changed) return null;
  const stale = isApiError(error) && error.code === 'stale_version';
  const save = () =>
    onSave(note).then(
      () => {
        setNote('');
        notify('settings.saved', { type: 'success' });
      },
      () => {},
    );
  return (
    <Paper
      variant="outlined"
      sx={{ position: 'sticky', bottom: 16, p: 2, borderRadius: 3, boxShadow: 4, zIndex: 2 }}
    >
      {Boolean(error) && (
        <Alert
          severity="error"
          sx={{ mb: 2 }}
          action={
            stale ? (
              <Button color="inherit" onClick={onReload}>
                {translate('settings.reload')}
              </Button>
            ) : undefined
          }
        >
          {stale ? translate('settings.stale') : problem(error)}
        </Alert>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center' }}>
        <TextField
          label={translate('settings.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
          sx={{ flex: 1, minWidth: 200 }}
          slotProps={{ htmlInput: { maxLength: 500 } }}
        />
        <Button onClick={onReset}>{translate('settings.discard')}</Button>
        <Button variant="contained" disabled={busy} onClick={() => void save()}>
          {translate('ra.action.save')}
        </Button>
      </Box>
    </Paper>
  );
}
