import OfflineIcon from '@mui/icons-material/CloudOffOutlined';
import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useConnected } from '../providers/live.tsx';

/** Says that what is on screen may be out of date; goes away by itself. */
export function ConnectionBanner() {
  const translate = useTranslate();
  const connected = useConnected();
  return (
    <Box role="status" aria-live="polite">
      {!connected && (
        <Box
          sx={{
            display: 'flex',
            alignItems: 'center',
            justifyContent: 'center',
            gap: 1,
            py: 0.75,
            px: 2,
            fontSize: 13,
            bgcolor: 'warning.light',
            color: 'warning.main',
          }}
        >
          <OfflineIcon sx={{ fontSize: 17 }} />
          {translate('connection.lost')}
        </Box>
      )}
    </Box>
  );
}
