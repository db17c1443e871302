import { Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { isApiError } from '../providers/http.ts';

/** A page that says in the middle of itself what it cannot show, and what to do. */
export function EmptyPage({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Box sx={{ minHeight: '60vh', display: 'grid', placeItems: 'center', p: 3, textAlign: 'center' }}>
      <Box sx={{ maxWidth: 440 }}>
        <Typography component="h1" variant="h2" gutterBottom>
          {title}
        </Typography>
        {text !== undefined && (
          <Typography variant="body2" color="text.secondary">
            {text}
          </Typography>
        )}
        <Box sx={{ mt: 2.5, display: 'flex', gap: 1, justifyContent: 'center' }}>{children}</Box>
      </Box>
    </Box>
  );
}

/** What stands where a page should be that failed, or is not for this person. */
export function Failure({ error, resetErrorBoundary }: { error: unknown; resetErrorBoundary?: () => void }) {
  const translate = useTranslate();
  const status = isApiError(error) ? error.status : 0;
  const home = (
    <Button component={Link} to="/" variant="outlined">
      {translate('failure.home')}
    </Button>
  );
  if (status === 403) {
    return (
      <EmptyPage title={translate('failure.forbidden')} text={translate('failure.forbiddenText')}>
        {home}
      </EmptyPage>
    );
  }
  if (status === 404) return <EmptyPage title={translate('failure.notFound')}>{home}</EmptyPage>;
  return (
    <EmptyPage title={translate('failure.title')} text={translate('failure.text')}>
      {home}
      {resetErrorBoundary !== undefined && (
        <Button variant="contained" onClick={resetErrorBoundary}>
          {translate('failure.retry')}
        </Button>
      )}
    </EmptyPage>
  );
}
