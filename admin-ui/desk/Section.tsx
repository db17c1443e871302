import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';

/** A titled part of a case. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id}>
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 28, mb: 1 }}>
        <Typography id={id} variant="h3" sx={{ flex: 1, color: 'text.secondary', fontSize: 13 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  );
}
