import { List, ListItem, ListItemButton, ListItemText, Paper, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { CaseSummary } from '../../api/cases/contract.ts';
import { relativeTime } from '../ui/time.ts';

function excerptOf(one: CaseSummary): string {
  const excerpt = one.summary?.excerpt;
  return typeof excerpt === 'string' ? excerpt : one.subject.id;
}

/** The cases that I hold right now, each one key press away. */
export function MyCases({ cases }: { cases: CaseSummary[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  return (
    <section aria-labelledby="home-mine">
      <Typography id="home-mine" component="h2" variant="h3" sx={{ mb: 1.5 }}>
        {translate('home.mine')}
      </Typography>
      <Paper variant="outlined" sx={{ borderRadius: 3, overflow: 'hidden' }}>
        <List disablePadding>
          {cases.map((one) => (
            <ListItem key={one.id} disablePadding divider>
              <ListItemButton component={Link} to={`/${one.queue}/${one.id}`}>
                <ListItemText
                  primary={excerptOf(one)}
                  secondary={translate('home.due', { when: relativeTime(one.dueAt, Date.now(), locale) })}
                  slotProps={{ primary: { noWrap: true, lang: one.locale, sx: { fontSize: 14 } } }}
                />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </Paper>
    </section>
  );
}
