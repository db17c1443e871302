import { Box, FormControlLabel, Switch } from '@mui/material';
import { useTranslate } from 'react-admin';
import { usePreferences } from '../providers/preferences.ts';

/** How I like to read: for people who look at unpleasant things all day (domain: per-person comfort). */
export function Comfort() {
  const translate = useTranslate();
  const { preferences, save } = usePreferences();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {(['blurImages', 'greyscaleImages'] as const).map((key) => (
        <FormControlLabel
          key={key}
          label={translate(`profile.${key}`)}
          slotProps={{ typography: { sx: { fontSize: 14 } } }}
          control={<Switch size="small" checked={preferences[key] ?? false} onChange={(_, checked) => save({ [key]: checked })} />}
        />
      ))}
    </Box>
  );
}
