import DownloadIcon from '@mui/icons-material/FileDownloadOutlined';
import { Alert, Button, Dialog, DialogActions, DialogContent, DialogTitle, FormControlLabel, Radio, RadioGroup, TextField } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useListContext, useTranslate } from 'react-admin';
import { download } from '../providers/download.ts';
import { useProblemText } from '../ui/problem.ts';
import { toQuery } from './query.ts';

/** Takes the cases of the list out as a file. Why is asked, and written down. */
export function ExportButton() {
  const translate = useTranslate();
  const problem = useProblemText();
  const { filterValues } = useListContext();
  const [open, setOpen] = useState(false);
  const [format, setFormat] = useState<'csv' | 'ndjson'>('csv');
  const take = useMutation({
    mutationFn: (reason: string) => download('/cases/export', { format, filter: toQuery(filterValues as Record<string, unknown>), reason }),
    onSuccess: () => setOpen(false),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    take.mutate(String(new FormData(event.currentTarget).get('reason')));
  };
  return (
    <>
      <Button startIcon={<DownloadIcon />} onClick={() => setOpen(true)}>{translate('cases.export')}</Button>
      <Dialog open={open} onClose={() => setOpen(false)} fullWidth maxWidth="xs">
        <form onSubmit={submit}>
          <DialogTitle>{translate('cases.export')}</DialogTitle>
          <DialogContent sx={{ display: 'grid', gap: 2 }}>
            {take.error !== null && <Alert severity="error">{problem(take.error)}</Alert>}
            <RadioGroup row value={format} aria-label={translate('cases.format')} onChange={(_, value) => setFormat(value as 'csv' | 'ndjson')}>
              <FormControlLabel value="csv" control={<Radio size="small" />} label="CSV" />
              <FormControlLabel value="ndjson" control={<Radio size="small" />} label="NDJSON" />
            </RadioGroup>
            <TextField name="reason" label={translate('cases.exportReason')} helperText={translate('cases.exportReasonHelp')} required multiline minRows={2} slotProps={{ htmlInput: { minLength: 5, maxLength: 500 } }} />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setOpen(false)}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={take.isPending}>{translate('cases.export')}</Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
