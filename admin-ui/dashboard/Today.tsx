import { Box, Paper, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { MyOverview } from '../../api/me/contract.ts';

/** What I did today. For me, not a ranking: nobody else's figures stand here. */
export function Today({ today }: { today: MyOverview['today'] }) {
  const translate = useTranslate();
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale);
  const seconds = today.medianHandlingMs === null ? null : Math.round(today.medianHandlingMs / 1000);
  const figures: [string, string][] = [
    ['home.decided', number.format(today.decided)],
    ['home.released', number.format(today.released)],
    ['home.rejected', number.format(today.rejected)],
    ['home.undone', number.format(today.undone)],
    [
      'home.median',
      seconds === null
        ? '–'
        : new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short' }).format(
            seconds,
          ),
    ],
  ];
  return (
    <Box component="section" aria-labelledby="home-today">
      <Typography id="home-today" component="h2" variant="h3" sx={{ mb: 1.5 }}>
        {translate('home.today')}
      </Typography>
      <Paper
        variant="outlined"
        component="dl"
        sx={{ m: 0, p: 2.5, borderRadius: 3, display: 'flex', flexWrap: 'wrap', gap: 4 }}
      >
        {figures.map(([label, value]) => (
          <Box key={label} sx={{ minWidth: 92, display: 'flex', flexDirection: 'column-reverse' }}>
            <Typography component="dt" variant="caption" color="text.secondary">
              {translate(label)}
            </Typography>
            <Box
              component="dd"
              sx={{ m: 0, fontSize: 20, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}
            >
              {value}
            </Box>
          </Box>
        ))}
      </Paper>
    </Box>
  );
}
