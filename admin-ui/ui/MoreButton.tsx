import { Box, Button } from '@mui/material';
import { useTranslate } from 'react-admin';

/** Fetches the next page, where there is one. */
export function MoreButton({ more, busy }: { more: (() => void) | undefined; busy: boolean }) {
  const translate = useTranslate();
  if (more === undefined) return null;
  return (
    <Box sx={{ display: 'flex', justifyContent: 'center', mt: 2 }}>
      <Button variant="outlined" onClick={more} disabled={busy}>
        {translate('app.more')}
      </Button>
    </Box>
  );
}
