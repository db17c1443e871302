import {
  Alert,
  Box,
  Button,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import type { FirstMessagePolicy } from '../../api/first-messages/contract.ts';
import type { PolicyPreview as Preview } from '../../api/first-messages/preview-contract.ts';
import { api } from '../providers/http.ts';
import { Section } from '../ui/Page.tsx';
import { useProblemText } from '../ui/problem.ts';

function Examples({ title, difference }: { title: string; difference: Preview['newlyHeld'] }) {
  const locale = useLocale() ?? 'en';
  if (difference.count === 0) return null;
  return (
    <Box sx={{ flex: 1, minWidth: 240 }}>
      <Typography component="h3" variant="h3">
        {title}: {new Intl.NumberFormat(locale).format(difference.count)}
      </Typography>
      <Box component="ul" sx={{ pl: 2.5, my: 1 }}>
        {difference.examples.map((one) => (
          <Typography
            key={one.messageId}
            component="li"
            variant="body2"
            color="text.secondary"
            sx={{ overflowWrap: 'anywhere' }}
          >
            {one.excerpt ?? one.messageId}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}

function Result({ preview }: { preview: Preview }) {
  const translate = useTranslate();
  const locale = useLocale() ?? 'en';
  const number = new Intl.NumberFormat(locale);
  const average = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const text = (key: string, values?: Record<string, unknown>) =>
    translate(`settings.first-messages.${key}`, values);
  const rows: [string, string, string][] = [
    [text('allHeld'), number.format(preview.held.actual), number.format(preview.held.proposed)],
    ...preview.byReason.map((one): [string, string, string] => [
      translate(`firstMessages.holdReasons.${one.reason}`),
      number.format(one.actual),
      number.format(one.proposed),
    ]),
    [
      text('perDay'),
      average.format(preview.perBusinessDay.actual),
      average.format(preview.perBusinessDay.proposed),
    ],
  ];
  return (
    <Box aria-live="polite">
      <Table size="small" sx={{ maxWidth: 560 }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 0 }}>{text('looked', { smart_count: preview.lookedAt })}</TableCell>
            <TableCell align="right">{text('heldNow')}</TableCell>
            <TableCell align="right">{text('heldThen')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(([label, actual, proposed]) => (
            <TableRow key={label}>
              <TableCell component="th" scope="row" sx={{ pl: 0 }}>
                {label}
              </TableCell>
              <TableCell align="right">{actual}</TableCell>
              <TableCell align="right" sx={{ fontWeight: actual === proposed ? 400 : 650 }}>
                {proposed}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mt: 2.5 }}>
        <Examples title={text('newlyHeld')} difference={preview.newlyHeld} />
        <Examples title={text('noLonger')} difference={preview.noLongerHeld} />
      </Box>
      <Typography variant="caption" color="text.secondary">
        {text('approximation')}
      </Typography>
    </Box>
  );
}

/** What the policy on screen would have done to the messages of the last 30 days: seen before it is saved. */
export function PolicyPreview({ value, changed }: { value: FirstMessagePolicy; changed: boolean }) {
  const translate = useTranslate();
  const problem = useProblemText();
  const text = (key: string) => translate(`settings.first-messages.${key}`);
  const run = useMutation({
    mutationFn: () =>
      api
        .post<Preview>('/settings/first-messages/preview', { value })
        .then((preview) => ({ preview, of: JSON.stringify(value) })),
  });
  const fresh = run.data?.of === JSON.stringify(value);
  return (
    <Section
      title={text('preview')}
      text={text('previewText')}
      actions={
        <Button
          variant={changed && !fresh ? 'contained' : 'outlined'}
          disabled={run.isPending}
          onClick={() => run.mutate()}
        >
          {text('previewRun')}
        </Button>
      }
    >
      {run.error !== null && <Alert severity="error">{problem(run.error)}</Alert>}
      {run.data !== undefined && (
        <Box sx={{ opacity: fresh ? 1 : 0.45 }}>
          <Result preview={run.data.preview} />
        </Box>
      )}
    </Section>
  );
}
