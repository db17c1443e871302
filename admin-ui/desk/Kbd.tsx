import { styled } from '@mui/material/styles';
import { shownKey } from './keys.ts';

const Cap = styled('kbd')(({ theme }) => ({
  flexShrink: 0,
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  minWidth: 22,
  height: 22,
  paddingInline: 5,
  borderRadius: 5,
  border: `1px solid ${theme.palette.divider}`,
  background: theme.palette.background.paper,
  color: theme.palette.text.secondary,
  font: 'inherit',
  fontSize: 12,
  lineHeight: 1,
  fontVariantNumeric: 'tabular-nums',
  '@media (hover: none) and (pointer: coarse)': { display: 'none' },
}));

/** The key of an action, printed beside it. Screen readers hear it from `aria-keyshortcuts`. */
export function Kbd({ name }: { name: string }) {
  return <Cap aria-hidden="true">{shownKey(name)}</Cap>;
}
