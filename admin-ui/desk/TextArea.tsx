import { styled } from '@mui/material/styles';

/**
 * A text field that grows with its text by CSS alone: on screen with every case, it must not measure itself with
 * each of them, as MUI's does.
 */
export const TextArea = styled('textarea')(({ theme }) => ({
  fieldSizing: 'content',
  flex: 1,
  minWidth: 0,
  boxSizing: 'border-box',
  minHeight: 40,
  maxHeight: 200,
  padding: '9px 12px',
  borderRadius: 8,
  border: `1px solid ${theme.palette.divider}`,
  background: 'transparent',
  color: 'inherit',
  font: 'inherit',
  fontSize: 14,
  lineHeight: '20px',
  resize: 'none',
  '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
  '&:hover': { borderColor: theme.palette.text.disabled },
  '&:focus': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: -1 },
  '&[aria-invalid="true"]': { borderColor: theme.palette.error.main },
}));
