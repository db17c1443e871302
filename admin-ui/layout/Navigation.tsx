import {
  Box,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  Tooltip,
  Typography,
} from '@mui/material';
import { useLocale, usePermissions, useTranslate } from 'react-admin';
import { Link, useLocation } from 'react-router-dom';
import { useQueues } from '../providers/use-queues.ts';
import { duration } from '../ui/time.ts';
import { type Place, placesFor } from './navigation.ts';

function isHere(place: Place, path: string): boolean {
  return place.to === '/' ? path === '/' : path === place.to || path.startsWith(`${place.to}/`);
}

function Depth({ queue }: { queue: string }) {
  const translate = useTranslate();
  const locale = useLocale();
  const depth = useQueues().find((one) => one.queue === queue);
  if (depth === undefined || depth.open.count === 0) return null;
  const count = `${new Intl.NumberFormat(locale).format(depth.open.count)}${depth.open.capped ? '+' : ''}`;
  const age =
    depth.oldestOpenedAt === null ? '' : duration(Date.now() - Date.parse(depth.oldestOpenedAt), locale);
  const words = translate('nav.waiting', { count, age });
  return (
    <Tooltip title={words} placement="right">
      <Box
        component="span"
        aria-label={words}
        sx={{
          fontSize: 12,
          color: 'text.secondary',
          whiteSpace: 'nowrap',
          fontVariantNumeric: 'tabular-nums',
        }}
      >
        {count}
        <Box component="span" sx={{ ml: 0.75 }}>
          {age}
        </Box>
      </Box>
    </Tooltip>
  );
}

function Item({ place, onGo }: { place: Place; onGo: () => void }) {
  const translate = useTranslate();
  const here = isHere(place, useLocation().pathname);
  const Icon = place.icon;
  return (
    <ListItem disablePadding>
      <ListItemButton
        component={Link}
        to={place.to}
        selected={here}
        aria-current={here ? 'page' : undefined}
        onClick={onGo}
        sx={{
          borderRadius: 2,
          minHeight: 36,
          px: 1.25,
          py: 0.5,
          mb: 0.25,
          gap: 0.5,
          color: here ? 'text.primary' : 'text.secondary',
          '&.Mui-selected, &.Mui-selected:hover': { bgcolor: 'surface.selected' },
          '&:hover': { bgcolor: 'surface.hover' },
        }}
      >
        <ListItemIcon sx={{ minWidth: 28, color: here ? 'primary.main' : 'inherit' }}>
          <Icon sx={{ fontSize: 19 }} />
        </ListItemIcon>
        <ListItemText
          primary={translate(place.label)}
          slotProps={{ primary: { noWrap: true, sx: { fontSize: 13.5, fontWeight: here ? 600 : 500 } } }}
        />
        {place.queue !== undefined && <Depth queue={place.queue} />}
      </ListItemButton>
    </ListItem>
  );
}

/** Where one can go: home, the desks with what waits in them, and the rest. */
export function Navigation({ onGo = () => {} }: { onGo?: () => void }) {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<string[]>();
  const places = placesFor(permissions);
  const section = (name: Place['section']) => places.filter((place) => place.section === name);
  const items = (name: Place['section']) =>
    section(name).map((place) => <Item key={place.key} place={place} onGo={onGo} />);
  return (
    <Box
      component="nav"
      aria-label={translate('app.menu')}
      sx={{ px: 1.25, display: 'flex', flexDirection: 'column', gap: 1.5 }}
    >
      <List disablePadding>{items('main')}</List>
      {section('desks').length > 0 && (
        <Box>
          <Typography
            variant="caption"
            component="h2"
            sx={{ px: 1.25, mb: 0.5, display: 'block', color: 'text.secondary', fontWeight: 560 }}
          >
            {translate('nav.desks')}
          </Typography>
          <List disablePadding>{items('desks')}</List>
        </Box>
      )}
      <List disablePadding>{items('more')}</List>
    </Box>
  );
}
