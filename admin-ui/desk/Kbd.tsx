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

interface KbdProps {
  name: string;
  inButton?: boolean;
  /** Read aloud too: where the keys are what is listed. */
  spoken?: boolean;
}

/** The key of an action, printed beside it. Screen readers hear it from `aria-keyshortcuts`, unless it is `spoken`. */
export function Kbd({ name, inButton = false, spoken = false }: KbdProps) {
  return (
    <Cap inButton={inButton} aria-hidden={spoken ? undefined : 'true'}>
      {shownKey(name)}
    </Cap>
  );
}
