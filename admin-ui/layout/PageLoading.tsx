import { Box, Skeleton } from '@mui/material';
import { useTranslate } from 'react-admin';

/** The shape of a page while it comes: nothing jumps when it is there. */
export function PageLoading() {
  const translate = useTranslate();
  return (
    <Box role="status" aria-label={translate('app.loading')} sx={{ p: { xs: 2, md: 4 }, maxWidth: 1080 }}>
      <Skeleton variant="text" width={220} height={36} />
      <Skeleton variant="text" width={340} />
      <Skeleton variant="rounded" height={220} sx={{ mt: 3 }} />
    </Box>
  );
}
