import { styled } from '@mui/material/styles';
import { shownKey } from './keys.ts';

const Cap = styled('kbd', { shouldForwardProp: (name) => name !== 'inButton' })<{ inButton: boolean }>(
  ({ theme, inButton }) => ({
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    minWidth: 22,
    height: 22,
    paddingInline: 5,
    borderRadius: 5,
    border: `1px solid ${inButton ? 'currentColor' : theme.palette.divider}`,
    background: inButton ? 'transparent' : theme.palette.background.paper,
    color: inButton ? 'inherit' : theme.palette.text.secondary,
    marginLeft: inButton ? 8 : 0,
    font: 'inherit',
    fontSize: 12,
    lineHeight: 1,
    fontVariantNumeric: 'tabular-nums',
    '@media (hover: none) and (pointer: coarse)': { display: 'none' },
  }),
);

/** The key of an action, printed beside it. Screen readers hear it from `aria-keyshortcuts`. */
export function Kbd({ name, inButton = false }: { name: string; inButton?: boolean }) {
  return (
    <Cap inButton={inButton} aria-hidden="true">
      {shownKey(name)}
    </Cap>
  );
}
