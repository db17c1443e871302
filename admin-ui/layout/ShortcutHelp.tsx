import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useShortcutGroups } from '../desk/shortcuts.ts';
import { Kbd } from '../desk/Kbd.tsx';

interface Row {
  keys: readonly string[];
  label: string;
}

function Group({ title, rows }: { title: string; rows: readonly Row[] }) {
  return (
    <Box component="section" sx={{ breakInside: 'avoid', mb: 3 }}>
      <Typography component="h3" variant="h3" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box component="dl" sx={{ m: 0 }}>
        {rows.map(({ keys, label }) => (
          <Box
            key={`${keys.join()} ${label}`}
            sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 0.5 }}
          >
            <Typography component="dt" variant="body2" sx={{ flex: 1 }}>
              {label}
            </Typography>
            <Box component="dd" sx={{ m: 0, display: 'flex', gap: 0.5 }}>
              {keys.map((key) => (
                <Kbd key={key} name={key} spoken />
              ))}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}

/** Every key that works on this page. What is listed is what works: both read the same list. */
export function ShortcutHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const translate = useTranslate();
  const groups = useShortcutGroups();
  const everywhere: Row[] = [
    { keys: ['Ctrl/⌘ K'], label: translate('nav.commands') },
    { keys: ['?'], label: translate('nav.shortcuts') },
    { keys: ['Escape'], label: translate('app.close') },
  ];
  return (
    <Dialog open={open} onClose={onClose} fullWidth maxWidth="md" aria-labelledby="shortcuts-title">
      <DialogTitle id="shortcuts-title">{translate('nav.shortcuts')}</DialogTitle>
      <DialogContent sx={{ columnCount: { xs: 1, sm: 2 }, columnGap: 6 }}>
        {groups
          .filter(({ shortcuts }) => shortcuts.some((one) => one.enabled !== false))
          .map(({ id, group, shortcuts }) => (
            <Group key={id} title={group} rows={shortcuts.filter((one) => one.enabled !== false)} />
          ))}
        <Group title={translate('commands.everywhere')} rows={everywhere} />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          {translate('app.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
