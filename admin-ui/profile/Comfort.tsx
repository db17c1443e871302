import { Box, FormControlLabel, Skeleton, Switch } from '@mui/material';
import { useTranslate } from 'react-admin';
import { usePreferences } from '../providers/preferences.ts';

/** How I like to read: for people who look at unpleasant things all day (domain: per-person comfort). */
export function Comfort() {
  const translate = useTranslate();
  const { preferences, save } = usePreferences();
  if (preferences === undefined) return <Skeleton variant="rounded" height={72} />;
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {(['blurImages', 'greyscaleImages'] as const).map((key) => (
        <FormControlLabel
          key={key}
          label={translate(`profile.${key}`)}
          slotProps={{ typography: { sx: { fontSize: 14 } } }}
          control={
            <Switch
              size="small"
              checked={preferences[key]}
              onChange={(_, checked) => save({ [key]: checked })}
            />
          }
        />
      ))}
    </Box>
  );
}
