import { deepmerge } from '@mui/utils';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'react-admin';

const FONT =
  'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Malgun Gothic", sans-serif';

/** Colours that MUI's palette has no place for. */
declare module '@mui/material/styles' {
  interface Palette {
    surface: { sunken: string; raised: string; hover: string; selected: string };
    signal: { high: string; medium: string; low: string };
  }
  interface PaletteOptions {
    surface?: Palette['surface'];
    signal?: Palette['signal'];
  }
}

const shared: RaThemeOptions = {
  shape: { borderRadius: 4 },
  sidebar: { width: 236, closedWidth: 56 },
  typography: {
    fontFamily: FONT,
    fontSize: 14,
    h1: { fontSize: 22, fontWeight: 650, letterSpacing: '-0.01em', lineHeight: 1.3 },
    h2: { fontSize: 16, fontWeight: 620, letterSpacing: '-0.005em', lineHeight: 1.4 },
    h3: { fontSize: 14, fontWeight: 620, lineHeight: 1.4 },
    body1: { fontSize: 15, lineHeight: 1.65 },
    body2: { fontSize: 13.5, lineHeight: 1.5 },
    caption: { fontSize: 12.5, lineHeight: 1.45 },
    button: { textTransform: 'none', fontWeight: 560, fontSize: 13.5 },
  },
  components: {
    MuiButtonBase: { defaultProps: { disableRipple: true } },
    MuiButton: {
      defaultProps: { disableElevation: true, size: 'small' },
      styleOverrides: { root: { minHeight: 34, paddingInline: 12, borderRadius: 8 } },
    },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' } },
    MuiTooltip: { defaultProps: { enterDelay: 400, disableInteractive: true } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiChip: { styleOverrides: { root: { borderRadius: 6, fontWeight: 520 } } },
    MuiTableCell: { styleOverrides: { root: { fontSize: 13.5 }, head: { fontWeight: 560 } } },
    MuiDialog: { styleOverrides: { paper: { borderRadius: 12 } } },
  },
};

function withFocus(color: string): RaThemeOptions {
  const ring = { outline: `2px solid ${color}`, outlineOffset: 2 };
  return {
    components: {
      MuiCssBaseline: {
        styleOverrides: {
          // browsers give controls a font of their own
          'button, input, textarea, select': { fontFamily: 'inherit' },
          ':focus-visible': ring,
          '@media (prefers-reduced-motion: reduce)': {
            '*, *::before, *::after': {
              animationDuration: '0.01ms !important',
              transitionDuration: '0.01ms !important',
            },
          },
        },
      },
      MuiButtonBase: { styleOverrides: { root: { '&.Mui-focusVisible, &:focus-visible': ring } } },
    },
  };
}

export const lightTheme: RaThemeOptions = deepmerge(
  deepmerge(deepmerge(defaultLightTheme, shared), withFocus('#3c4ec4')),
  {
    palette: {
      mode: 'light',
      primary: { main: '#3c4ec4', dark: '#2f3da0', light: '#e9ebfb', contrastText: '#ffffff' },
      secondary: { main: '#3c4ec4' },
      success: { main: '#17734a', light: '#e3f4ea', contrastText: '#ffffff' },
      error: { main: '#b3261e', light: '#fbe9e7', contrastText: '#ffffff' },
      warning: { main: '#8a5300', light: '#fdf1dc', contrastText: '#ffffff' },
      info: { main: '#2b5ea8', light: '#e6effb' },
      background: { default: '#f7f7f5', paper: '#ffffff' },
      text: { primary: '#1d1d1b', secondary: '#5d5c57', disabled: '#8b8a84' },
      divider: '#e5e4df',
      surface: { sunken: '#f1f0ed', raised: '#ffffff', hover: '#f0efec', selected: '#e9ebfb' },
      signal: { high: '#f8cfc9', medium: '#fbe0ad', low: '#dfe6f7' },
    },
  } satisfies RaThemeOptions,
);

export const darkTheme: RaThemeOptions = deepmerge(
  deepmerge(deepmerge(defaultDarkTheme, shared), withFocus('#9aa6ff')),
  {
    palette: {
      mode: 'dark',
      primary: { main: '#9aa6ff', dark: '#7d8bf0', light: '#2a2f4d', contrastText: '#12131c' },
      secondary: { main: '#9aa6ff' },
      success: { main: '#6fcf97', light: '#1d3327', contrastText: '#0d1a13' },
      error: { main: '#ff8f85', light: '#3d2221', contrastText: '#240a08' },
      warning: { main: '#f0b858', light: '#382b14', contrastText: '#221705' },
      info: { main: '#8fb8f2', light: '#1c2a3d' },
      background: { default: '#131316', paper: '#1a1a1e' },
      text: { primary: '#ececea', secondary: '#a9a8a3', disabled: '#74736e' },
      divider: '#2d2d33',
      surface: { sunken: '#101013', raised: '#222227', hover: '#232328', selected: '#2a2f4d' },
      signal: { high: '#6b2c28', medium: '#5a431a', low: '#2b3654' },
    },
  } satisfies RaThemeOptions,
);
