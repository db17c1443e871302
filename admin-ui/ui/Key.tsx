import { Box } from '@mui/material';
import { shownKey } from '../desk/keys.ts';

/** A key as it is printed on a keyboard. */
export function Key({ name }: { name: string }) {
  return (
    <Box
      component="kbd"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        justifyContent: 'center',
        minWidth: 22,
        height: 22,
        px: 0.75,
        borderRadius: 1,
        border: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        color: 'text.secondary',
        font: 'inherit',
        fontSize: 12,
        lineHeight: 1,
      }}
    >
      {shownKey(name)}
    </Box>
  );
}
