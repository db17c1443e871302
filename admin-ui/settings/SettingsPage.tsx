import { Box, List, ListItem, ListItemButton, ListItemText } from '@mui/material';
import { lazy, Suspense } from 'react';
import { usePermissions, useTranslate } from 'react-admin';
import { Link, Navigate, Route, Routes, useLocation } from 'react-router-dom';
import type { Permission } from '../../api/core/permissions.ts';
import { ApiError } from '../providers/http.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';

const PARTS = [
  { path: 'first-messages', needs: ['settings.view'], page: lazy(() => import('./PolicyPage.tsx')) },
  { path: 'templates', needs: ['settings.view'], page: lazy(() => import('./TemplatesPage.tsx')) },
  { path: 'calendar', needs: ['settings.view'], page: lazy(() => import('./CalendarPage.tsx')) },
  { path: 'staff', needs: ['staff.view'], page: lazy(() => import('./StaffPage.tsx')) },
  { path: 'api-keys', needs: ['api-keys.manage'], page: lazy(() => import('./ApiKeysPage.tsx')) },
  { path: 'webhooks', needs: ['webhooks.view'], page: lazy(() => import('./WebhooksPage.tsx')) },
] as const satisfies readonly { path: string; needs: readonly Permission[]; page: unknown }[];

const FORBIDDEN = new ApiError({ status: 403, code: 'forbidden', detail: 'not for this role' });

/** Settings: each part by its own address, and only the parts that this person may see. */
export default function SettingsPage() {
  const translate = useTranslate();
  const { pathname } = useLocation();
  const { permissions, isPending } = usePermissions<string[]>();
  if (isPending || permissions === undefined) return <PageLoading />;
  const parts = PARTS.filter((part) => part.needs.every((need) => permissions.includes(need)));
  const [first] = parts;
  if (first === undefined) return <Failure error={FORBIDDEN} />;
  return (
    <Box sx={{ display: 'flex', flexDirection: { xs: 'column', lg: 'row' }, minHeight: '100%' }}>
      <Box
        component="nav"
        aria-label={translate('nav.settings')}
        sx={{
          width: { lg: 208 },
          flexShrink: 0,
          borderStyle: 'solid',
          borderWidth: { xs: '0 0 1px', lg: '0 1px 0 0' },
          borderColor: 'divider',
          p: { xs: 1, lg: 1.5 },
          pt: { lg: 4 },
        }}
      >
        <List
          disablePadding
          sx={{ display: 'flex', flexDirection: { xs: 'row', lg: 'column' }, overflowX: 'auto', gap: 0.25 }}
        >
          {parts.map(({ path }) => {
            const here = pathname.startsWith(`/settings/${path}`);
            return (
              <ListItem key={path} disablePadding sx={{ width: { xs: 'auto', lg: '100%' }, flexShrink: 0 }}>
                <ListItemButton
                  component={Link}
                  to={`/settings/${path}`}
                  selected={here}
                  aria-current={here ? 'page' : undefined}
                  sx={{ borderRadius: 2, py: 0.5, px: 1.25, whiteSpace: 'nowrap' }}
                >
                  <ListItemText
                    primary={translate(`settings.${path}.title`)}
                    slotProps={{ primary: { sx: { fontSize: 13.5, fontWeight: here ? 600 : 500 } } }}
                  />
                </ListItemButton>
              </ListItem>
            );
          })}
        </List>
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Suspense fallback={<PageLoading />}>
          <Routes>
            {parts.map(({ path, page: PartPage }) => (
              <Route key={path} path={path} element={<PartPage />} />
            ))}
            {PARTS.filter((part) => !parts.includes(part)).map(({ path }) => (
              <Route key={path} path={path} element={<Failure error={FORBIDDEN} />} />
            ))}
            <Route path="*" element={<Navigate to={`/settings/${first.path}`} replace />} />
          </Routes>
        </Suspense>
      </Box>
    </Box>
  );
}
