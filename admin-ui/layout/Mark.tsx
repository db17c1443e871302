import { useTheme } from '@mui/material';

/** The sign of the product: a gate. */
export function Mark({ size = 24 }: { size?: number }) {
  const { palette } = useTheme();
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill={palette.primary.main} />
      <path
        d="M8 24V14a8 8 0 0 1 16 0v10M8 24h16M13 24v-8M19 24v-8"
        fill="none"
        stroke={palette.primary.contrastText}
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
  );
}
