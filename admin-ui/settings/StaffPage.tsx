import {
  Box,
  Button,
  Chip,
  Table,
  TableBody,
  TableCell,
  TableContainer,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useLocale, usePermissions, useTranslate } from 'react-admin';
import type { StaffAccount } from '../../api/auth/contract.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { MoreButton } from '../ui/MoreButton.tsx';
import { Page } from '../ui/Page.tsx';
import { dateTime } from '../ui/time.ts';
import { usePages } from '../ui/use-pages.ts';
import { StaffDialog } from './StaffDialog.tsx';

/** Who works here, in which roles; made, changed and disabled by administrators. */
export default function StaffPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const { permissions = [] } = usePermissions<string[]>();
  const [open, setOpen] = useState<StaffAccount | 'new' | null>(null);
  const { items, error, more, loadingMore, refetch } = usePages<StaffAccount>('/staff', { limit: 50 });
  if (error !== null && items === undefined) return <Failure error={error} resetErrorBoundary={refetch} />;
  if (items === undefined) return <PageLoading />;
  const manages = permissions.includes('staff.manage');
  const text = (key: string) => translate(`settings.staff.${key}`);
  return (
    <Page
      title={text('title')}
      text={text('text')}
      actions={
        manages ? (
          <Button variant="contained" onClick={() => setOpen('new')}>
            {text('create')}
          </Button>
        ) : undefined
      }
    >
      <TableContainer tabIndex={0} role="region" aria-label={text('title')}>
        <Table size="small">
          <TableHead>
            <TableRow>
              {['name', 'roles', 'status', 'signedIn'].map((column) => (
                <TableCell key={column}>{text(column)}</TableCell>
              ))}
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {items.map((person) => (
              <TableRow key={person.id} sx={{ opacity: person.status === 'active' ? 1 : 0.6 }}>
                <TableCell>
                  <Typography sx={{ fontSize: 14, fontWeight: 560 }}>{person.name}</Typography>
                  <Typography variant="caption" color="text.secondary">
                    {person.email}
                  </Typography>
                </TableCell>
                <TableCell>
                  <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
                    {person.roles.map((role) => (
                      <Chip key={role} size="small" label={translate(`roles.${role}`)} />
                    ))}
                  </Box>
                </TableCell>
                <TableCell>{text(person.status)}</TableCell>
                <TableCell sx={{ whiteSpace: 'nowrap' }}>
                  {person.signedInAt === null ? text('never') : dateTime(person.signedInAt, locale)}
                </TableCell>
                <TableCell align="right">
                  {person.allowedActions.length > 0 && (
                    <Button onClick={() => setOpen(person)}>{translate('ra.action.edit')}</Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <MoreButton more={more} busy={loadingMore} />
      {open !== null && (
        <StaffDialog person={open === 'new' ? null : open} onClose={() => setOpen(null)} onDone={refetch} />
      )}
    </Page>
  );
}
