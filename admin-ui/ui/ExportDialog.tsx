import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControlLabel,
  Radio,
  RadioGroup,
  TextField,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import { download } from '../providers/download.ts';
import { formText } from './form-text.ts';
import { useProblemText } from './problem.ts';

/** Takes what a list shows out as a file. Why is asked, and written down. */
export function ExportDialog({ path, filter }: { path: string; filter: Record<string, unknown> }) {
  const translate = useTranslate();
  const problem = useProblemText();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<'csv' | 'ndjson'>('csv');
  const take = useMutation({
    mutationFn: (reason: string) => download(path, { format, filter, reason }),
    onSuccess: () => setOpen(false),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    take.mutate(formText(event.currentTarget, 'reason'));
  };
  return (
    <>
      <Button startIcon={<DownloadIcon />} onClick={() => setOpen(true)}>
        {translate('export.action')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="xs"
        aria-labelledby="export-title"
      >
        <form onSubmit={submit}>
          <DialogTitle id="export-title">{translate('export.action')}</DialogTitle>
          <DialogContent sx={{ display: 'grid', gap: 2 }}>
            {take.error !== null && <Alert severity="error">{problem(take.error)}</Alert>}
            <RadioGroup
              row
              value={format}
              aria-label={translate('export.format')}
              onChange={(_, value) => setFormat(value as 'csv' | 'ndjson')}
            >
              <FormControlLabel value="csv" control={<Radio size="small" />} label="CSV" />
              <FormControlLabel value="ndjson" control={<Radio size="small" />} label="NDJSON" />
            </RadioGroup>
            <TextField
              name="reason"
              label={translate('export.reason')}
              helperText={translate('export.reasonHelp')}
              required
              multiline
              minRows={2}
              slotProps={{ htmlInput: { minLength: 5, maxLength: 500 } }}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={take.isPending}>
              {translate('export.action')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
