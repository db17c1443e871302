import {
  Box,
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
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Page } from '../ui/Page.tsx';
import { dateTime } from '../ui/time.ts';
import { usePages } from '../ui/use-pages.ts';
import { AUDIT_TYPES, type AuditEventView } from './audit-event.ts';
import { AuditExport } from './AuditExport.tsx';
import { EventDialog } from './EventDialog.tsx';
import { Verification } from './Verification.tsx';

interface Filter {
  type: string;
  from: string;
  to: string;
}

function asQuery({ type, from, to }: Filter) {
  return {
    type,
    from: from === '' ? '' : new Date(`${from}T00:00:00`).toISOString(),
    to: to === '' ? '' : new Date(`${to}T23:59:59.999`).toISOString(),
    limit: 50,
  };
}

/** Who did what, when, on what, and whether it is all still as it was written. */
export default function AuditPage() {
  const translate = useTranslate();
  const locale = useLocale() ?? 'en';
  const [filter, setFilter] = useState<Filter>({ type: '', from: '', to: '' });
  const [open, setOpen] = useState<AuditEventView | null>(null);
  const { items, error, more, loadingMore, refetch } = usePages<AuditEventView>(
    '/audit/events',
    asQuery(filter),
  );
  const text = (key: string) => translate(`audit.${key}`);
  const edit = (change: Partial<Filter>) => setFilter((now) => ({ ...now, ...change }));
  if (error !== null && items === undefined) return <Failure error={error} resetErrorBoundary={refetch} />;
  return (
    <Page
      title={translate('nav.audit')}
      text={text('text')}
      actions={<AuditExport filter={asQuery(filter)} />}
    >
      <Verification />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1.5,
          mb: 2,
          '& > .MuiFormControl-root': { width: { xs: '100%', sm: 220 } },
        }}
      >
        <TextField
          select
          label={text('type')}
          value={filter.type}
          onChange={(event) => edit({ type: event.target.value })}
        >
          <MenuItem value="">{text('all')}</MenuItem>
          {AUDIT_TYPES.map((type) => (
            <MenuItem key={type} value={type}>
              {translate(`audit.types.${type}`, { _: type })}
            </MenuItem>
          ))}
        </TextField>
        {(['from', 'to'] as const).map((end) => (
          <TextField
            key={end}
            type="date"
            label={text(end)}
            value={filter[end]}
            onChange={(event) => edit({ [end]: event.target.value })}
            slotProps={{ inputLabel: { shrink: true } }}
          />
        ))}
      </Box>
      {items === undefined ? (
        <PageLoading />
      ) : items.length === 0 ? (
        <Typography color="text.secondary">{text('none')}</Typography>
      ) : (
        <TableContainer tabIndex={0} role="region" aria-label={translate('nav.audit')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {['at', 'who', 'what', 'on'].map((column) => (
                  <TableCell key={column}>{text(column)}</TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {items.map((event) => (
                <TableRow
                  key={`${event.stream}#${event.seq}`}
                  hover
                  onClick={() => setOpen(event)}
                  sx={{ cursor: 'pointer' }}
                >
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{dateTime(event.at, locale)}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>{event.actor.name}</TableCell>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    {translate(`audit.types.${event.type}`, { _: event.type })}
                  </TableCell>
                  <TableCell>
                    <Box
                      component="button"
                      type="button"
                      onClick={(click) => {
                        click.stopPropagation();
                        setOpen(event);
                      }}
                      sx={{
                        all: 'unset',
                        cursor: 'pointer',
                        fontFamily: 'ui-monospace, monospace',
                        fontSize: 12,
                        color: 'text.secondary',
                        whiteSpace: 'nowrap',
                        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
                      }}
                    >
                      {event.stream} #{event.seq}
                    </Box>
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      <MoreButton more={more} busy={loadingMore} />
      {open !== null && <EventDialog event={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}
