import { Box, ButtonBase } from '@mui/material';
import { styled } from '@mui/material/styles';
import { forwardRef, type ReactNode } from 'react';
import { Kbd } from './Kbd.tsx';
import { ariaKeys } from './keys.ts';

type Tone = 'success' | 'error' | 'neutral';

const Press = styled(ButtonBase, { shouldForwardProp: (name) => name !== 'tone' && name !== 'small' })<{
  tone: Tone;
  small: boolean;
}>(({ theme, tone, small }) => ({
  width: '100%',
  display: 'flex',
  alignItems: 'flex-start',
  justifyContent: 'flex-start',
  textAlign: 'left',
  gap: 10,
  padding: small ? '7px 10px 7px 12px' : '12px',
  minHeight: small ? 38 : 60,
  borderRadius: 8,
  border: `1px solid ${small ? 'transparent' : theme.palette.divider}`,
  '& [data-icon]': { color: tone === 'neutral' ? theme.palette.text.secondary : theme.palette[tone].main },
  '&:hover': {
    background: small || tone === 'neutral' ? theme.palette.surface.hover : theme.palette[tone].light,
    borderColor: small || tone === 'neutral' ? undefined : theme.palette[tone].main,
  },
  '&[aria-pressed="true"]': { background: theme.palette.surface.selected },
  '&:focus-visible, &.Mui-focusVisible': { outlineOffset: -2 },
  '&.Mui-disabled': { opacity: 0.5 },
}));

const Text = styled('span')({ flex: 1, minWidth: 0, overflowWrap: 'anywhere' });
const Label = styled('span')({ display: 'block', fontSize: 14, lineHeight: '22px' });
const Sub = styled('span')(({ theme }) => ({
  display: 'block',
  fontSize: 12.5,
  lineHeight: '18px',
  color: theme.palette.text.secondary,
}));

interface ChoiceProps {
  name: string;
  label: string;
  text?: string | undefined;
  icon?: ReactNode;
  tone?: Tone;
  small?: boolean;
  disabled?: boolean;
  pressed?: boolean;
  onPick: () => void;
  onLook?: () => void;
}

/** One thing that can be done, with its key and what it does. */
export const Choice = forwardRef<HTMLButtonElement, ChoiceProps>(function Choice(
  { name, label, text, icon, tone = 'neutral', small = false, disabled = false, pressed, onPick, onLook },
  ref,
) {
  return (
    <Press
      style={text === undefined ? { alignItems: 'center' } : undefined}
      ref={ref}
      tone={tone}
      small={small}
      disabled={disabled}
      aria-keyshortcuts={ariaKeys([name])}
      aria-pressed={pressed}
      onClick={onPick}
      onFocus={onLook}
      onMouseEnter={onLook}
    >
      {icon !== undefined && (
        <Box
          component="span"
          data-icon=""
          sx={{ display: 'inline-flex', pt: '1px', '& svg': { fontSize: 20 } }}
        >
          {icon}
        </Box>
      )}
      <Text>
        <Label style={{ fontWeight: small ? 480 : 600 }}>{label}</Label>
        {text !== undefined && <Sub>{text}</Sub>}
      </Text>
      <Kbd name={name} />
    </Press>
  );
});
