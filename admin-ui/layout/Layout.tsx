import MenuIcon from '@mui/icons-material/Menu';
import SearchIcon from '@mui/icons-material/Search';
import {
  Box,
  ButtonBase,
  Drawer,
  IconButton,
  Link as SkipLink,
  useMediaQuery,
  useTheme,
} from '@mui/material';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { ErrorBoundary } from 'react-error-boundary';
import { Notification, useLocale, useTranslate } from 'react-admin';
import { useLocation } from 'react-router-dom';
import { rememberLanguage } from '../i18n/languages.ts';
import { CommandPalette } from './CommandPalette.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Failure } from './Failure.tsx';
import { Mark } from './Mark.tsx';
import { Navigation } from './Navigation.tsx';
import { PageLoading } from './PageLoading.tsx';
import { PersonMenu } from './PersonMenu.tsx';
import { useOverlays } from './use-overlays.ts';
import { ShortcutHelp } from './ShortcutHelp.tsx';

const WIDTH = 236;

function Side({ onGo, onSearch }: { onGo?: () => void; onSearch: () => void }) {
  const translate = useTranslate();
  return (
    <Box
      sx={{
        width: WIDTH,
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.default',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, px: 2.25, height: 56, flexShrink: 0 }}>
        <Mark />
        <Box component="span" sx={{ fontWeight: 660, fontSize: 15, letterSpacing: '-0.01em' }}>
          {translate('app.name')}
        </Box>
      </Box>
      <Box sx={{ px: 1.25, pb: 1.5 }}>
        <ButtonBase
          onClick={onSearch}
          aria-keyshortcuts="Control+K Meta+K"
          sx={{
            width: '100%',
            height: 34,
            px: 1.25,
            gap: 1,
            borderRadius: 2,
            justifyContent: 'flex-start',
            fontSize: 13,
            color: 'text.secondary',
            border: 1,
            borderColor: 'divider',
            bgcolor: 'background.paper',
            '&:hover': { bgcolor: 'surface.hover' },
          }}
        >
          <SearchIcon sx={{ fontSize: 17 }} />
          <Box component="span" sx={{ flex: 1, textAlign: 'left' }}>
            {translate('nav.commands')}
          </Box>
          <Box component="kbd" sx={{ font: 'inherit', fontSize: 11.5 }}>
            {navigator.platform.startsWith('Mac') ? '⌘K' : 'Ctrl K'}
          </Box>
        </ButtonBase>
      </Box>
      <Box sx={{ flex: 1, overflowY: 'auto' }}>
        <Navigation onGo={onGo} />
      </Box>
      <Box sx={{ p: 1.25, borderTop: 1, borderColor: 'divider' }}>
        <PersonMenu />
      </Box>
    </Box>
  );
}

/** The frame of every page: where one can go, what one can do, and what went wrong. */
export function Layout({ children }: { children: ReactNode }) {
  const translate = useTranslate();
  const wide = useMediaQuery(useTheme().breakpoints.up('md'));
  const [drawer, setDrawer] = useState(false);
  const overlays = useOverlays();
  const { pathname } = useLocation();
  const locale = useLocale() ?? 'en';
  useEffect(() => rememberLanguage(locale), [locale]);

  return (
    <Box sx={{ display: 'flex', height: '100dvh', bgcolor: 'background.default', color: 'text.primary' }}>
      <SkipLink
        href="#content"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById('content')?.focus();
        }}
        sx={{
          position: 'absolute',
          left: 8,
          top: -60,
          zIndex: 2000,
          p: 1,
          bgcolor: 'background.paper',
          '&:focus': { top: 8 },
        }}
      >
        {translate('app.skip')}
      </SkipLink>
      {wide ? (
        <Box component="aside" sx={{ flexShrink: 0, borderRight: 1, borderColor: 'divider' }}>
          <Side onSearch={overlays.openPalette} />
        </Box>
      ) : (
        <Drawer open={drawer} onClose={() => setDrawer(false)}>
          <Side onGo={() => setDrawer(false)} onSearch={overlays.openPalette} />
        </Drawer>
      )}
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <ConnectionBanner />
        {!wide && (
          <Box
            component="header"
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              px: 1,
              height: 52,
              borderBottom: 1,
              borderColor: 'divider',
              flexShrink: 0,
            }}
          >
            <IconButton onClick={() => setDrawer(true)} aria-label={translate('app.menu')}>
              <MenuIcon />
            </IconButton>
            <Mark size={22} />
            <Box component="span" sx={{ fontWeight: 640, flex: 1 }}>
              {translate('app.name')}
            </Box>
            <IconButton onClick={overlays.openPalette} aria-label={translate('nav.commands')}>
              <SearchIcon />
            </IconButton>
          </Box>
        )}
        <Box
          component="main"
          id="content"
          tabIndex={-1}
          sx={{ flex: 1, minHeight: 0, overflowY: 'auto', outline: 'none', bgcolor: 'background.paper' }}
        >
          <ErrorBoundary resetKeys={[pathname]} FallbackComponent={Failure}>
            <Suspense fallback={<PageLoading />}>{children}</Suspense>
          </ErrorBoundary>
        </Box>
      </Box>
      <CommandPalette open={overlays.palette} onClose={overlays.close} onHelp={overlays.openHelp} />
      <ShortcutHelp open={overlays.help} onClose={overlays.close} />
      <Notification />
    </Box>
  );
}
