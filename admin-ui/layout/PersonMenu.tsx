import ExpandIcon from '@mui/icons-material/UnfoldMore';
import { Avatar, ButtonBase, Divider, ListSubheader, Menu, MenuItem, Typography } from '@mui/material';
import { useId, useState } from 'react';
import { useGetIdentity, useLocaleState, useLogout, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { LANGUAGES } from '../i18n/languages.ts';
import { APPEARANCES, useAppearance } from '../theme/use-appearance.ts';

/** Who is signed in; language and appearance; the way out. */
export function PersonMenu() {
  const translate = useTranslate();
  const { identity } = useGetIdentity();
  const logout = useLogout();
  const [locale, setLocale] = useLocaleState();
  const [appearance, setAppearance] = useAppearance();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const id = useId();
  const close = () => setAnchor(null);
  const name = identity?.fullName ?? '';
  return (
    <>
      <ButtonBase
        onClick={(event) => setAnchor(event.currentTarget)}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-controls={id}
        sx={{
          width: '100%',
          p: 1,
          borderRadius: 2,
          justifyContent: 'flex-start',
          gap: 1.25,
          '&:hover': { bgcolor: 'surface.hover' },
        }}
      >
        <Avatar sx={{ width: 28, height: 28, fontSize: 12, bgcolor: 'primary.light', color: 'text.primary' }}>
          {name.slice(0, 1)}
        </Avatar>
        <Typography variant="body2" noWrap sx={{ flex: 1, textAlign: 'left', fontWeight: 560 }}>
          {name}
        </Typography>
        <ExpandIcon sx={{ fontSize: 18, color: 'text.secondary' }} />
      </ButtonBase>
      <Menu
        id={id}
        anchorEl={anchor}
        open={anchor !== null}
        onClose={close}
        slotProps={{ paper: { sx: { width: 240 } } }}
      >
        <MenuItem component={Link} to="/profile" onClick={close}>
          {translate('nav.profile')}
        </MenuItem>
        <Divider />
        <ListSubheader sx={{ lineHeight: '30px', bgcolor: 'transparent' }}>
          {translate('theme.label')}
        </ListSubheader>
        {APPEARANCES.map((one) => (
          <MenuItem key={one} dense selected={one === appearance} onClick={() => setAppearance(one)}>
            {translate(`theme.${one}`)}
          </MenuItem>
        ))}
        <Divider />
        <ListSubheader sx={{ lineHeight: '30px', bgcolor: 'transparent' }}>
          {translate('language.label')}
        </ListSubheader>
        {Object.entries(LANGUAGES).map(([code, language]) => (
          <MenuItem
            key={code}
            dense
            selected={code === locale}
            lang={code}
            onClick={() => void setLocale(code)}
          >
            {language}
          </MenuItem>
        ))}
        <Divider />
        <MenuItem onClick={() => void logout()}>{translate('nav.signOut')}</MenuItem>
      </Menu>
    </>
  );
}
