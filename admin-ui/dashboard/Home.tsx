import { Box, Button, Skeleton, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useGetIdentity, useLocale, usePermissions, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Failure } from '../layout/Failure.tsx';
import { api } from '../providers/http.ts';
import { useLiveRefresh } from '../providers/live.tsx';
import { MyCases } from './MyCases.tsx';
import type { MyOverview } from '../../api/me/contract.ts';
import { QueueCard } from './QueueCard.tsx';
import { Today } from './Today.tsx';

function greetingKey(hour: number): string {
  if (hour < 5) return 'home.night';
  if (hour < 12) return 'home.morning';
  return hour < 18 ? 'home.afternoon' : 'home.evening';
}

function Loading() {
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <Skeleton variant="rounded" height={128} />
      <Skeleton variant="rounded" height={92} />
      <Skeleton variant="rounded" height={160} />
    </Box>
  );
}

/** What needs me now: the queues near their deadline, the cases I hold, what I did today. */
export function Home() {
  const translate = useTranslate();
  const locale = useLocale();
  const { identity } = useGetIdentity();
  const { permissions = [] } = usePermissions<string[]>();
  const { data, error, refetch } = useQuery({
    queryKey: ['overview'],
    queryFn: ({ signal }) => api.get<MyOverview>('/me/overview', undefined, signal),
    refetchInterval: 60_000,
  });
  useLiveRefresh(refetch);
  if (error !== null && data === undefined)
    return <Failure error={error} resetErrorBoundary={() => void refetch()} />;

  const now = new Date();
  const name = identity?.fullName ?? '';
  const decides = permissions.includes('first-messages.decide');
  return (
    <Box sx={{ maxWidth: 1000, mx: 'auto', px: { xs: 2, md: 4 }, py: { xs: 3, md: 5 } }}>
      <Typography variant="caption" color="text.secondary">
        {new Intl.DateTimeFormat(locale, { dateStyle: 'full' }).format(now)}
      </Typography>
      <Typography component="h1" variant="h1" sx={{ mt: 0.5, mb: 3.5 }}>
        {translate(greetingKey(now.getHours()), { name })}
      </Typography>
      {data === undefined ? (
        <Loading />
      ) : (
        <Box sx={{ display: 'grid', gap: 4 }}>
          {data.queues.length > 0 && (
            <Box component="section" aria-labelledby="home-queues">
              <Typography id="home-queues" component="h2" variant="h3" sx={{ mb: 1.5 }}>
                {translate('home.queues')}
              </Typography>
              <Box sx={{ display: 'grid', gap: 2 }}>
                {data.queues.map((queue) => (
                  <QueueCard key={queue.queue} queue={queue} canWork={decides} />
                ))}
              </Box>
            </Box>
          )}
          {decides && <Today today={data.today} />}
          {data.openCases.length > 0 && <MyCases cases={data.openCases} />}
          {data.queues.length === 0 && (
            <Box>
              <Typography color="text.secondary">{translate('home.noQueues')}</Typography>
              <Box sx={{ display: 'flex', gap: 1, mt: 2 }}>
                {permissions.includes('audit.view') && (
                  <Button component={Link} to="/audit" variant="outlined">
                    {translate('nav.audit')}
                  </Button>
                )}
                {permissions.includes('settings.view') && (
                  <Button component={Link} to="/settings" variant="outlined">
                    {translate('nav.settings')}
                  </Button>
                )}
              </Box>
            </Box>
          )}
        </Box>
      )}
    </Box>
  );
}
