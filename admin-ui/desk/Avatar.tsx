import { styled } from '@mui/material/styles';
import { Tooltip } from '@mui/material';

const Face = styled('span', { shouldForwardProp: (name) => name !== 'own' })<{ own?: boolean }>(
  ({ theme, own }) => ({
    flexShrink: 0,
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: 24,
    height: 24,
    borderRadius: 12,
    fontSize: 10.5,
    fontWeight: 600,
    letterSpacing: '-0.02em',
    background: own ? theme.palette.primary.main : theme.palette.background.paper,
    color: own ? theme.palette.primary.contrastText : theme.palette.text.primary,
    boxShadow: own ? 'none' : `inset 0 0 0 1px ${theme.palette.text.disabled}`,
  }),
);

/** Two letters of a name; of a Korean one its given name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = ''] = words;
  if (/^[가-힣]{2,4}$/.test(first) && words.length === 1) return first.length > 2 ? first.slice(1, 3) : first;
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${[...first][0] ?? ''}${[...last][0] ?? ''}`.toUpperCase();
}

/** A colleague, small. */
export function Avatar({ name, title, own = false }: { name: string; title: string; own?: boolean }) {
  return (
    <Tooltip title={title}>
      <Face own={own} role="img" aria-label={title}>
        {initials(name)}
      </Face>
    </Tooltip>
  );
}
