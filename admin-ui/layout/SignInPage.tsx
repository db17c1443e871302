import { Alert, Box, Button, CircularProgress, Paper, TextField, Typography } from '@mui/material';
import { type FormEvent, useEffect, useState } from 'react';
import { useLocale, useLogin, useTranslate } from 'react-admin';
import { rememberLanguage } from '../i18n/languages.ts';
import { isApiError } from '../providers/http.ts';
import { LanguageMenu } from './LanguageMenu.tsx';
import { Mark } from './Mark.tsx';

type Failure = { key: string; values?: Record<string, number> };

function failureOf(error: unknown): Failure {
  if (!isApiError(error) || error.status === 0) return { key: 'signIn.offline' };
  if (error.status === 429) {
    const seconds = Number(error.body.retryAfterSeconds ?? 60);
    return { key: 'signIn.throttled', values: { minutes: Math.max(1, Math.ceil(seconds / 60)) } };
  }
  return { key: error.code === 'password_expired' ? 'signIn.expired' : 'signIn.wrong' };
}

/** The way in. Small on purpose: it is the first thing that is painted. */
export function SignInPage() {
  const translate = useTranslate();
  const login = useLogin();
  const locale = useLocale() ?? 'en';
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => rememberLanguage(locale), [locale]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setFailure(null);
    login({ username: form.get('email'), password: form.get('password') }).catch((error: unknown) => {
      setBusy(false);
      setFailure(failureOf(error));
    });
  };

  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', display: 'grid', placeItems: 'center', p: 2, bgcolor: 'background.default' }}
    >
      <Box sx={{ width: '100%', maxWidth: 380 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25, mb: 3 }}>
          <Mark size={32} />
          <Typography component="h1" variant="h2" sx={{ fontSize: 18 }}>
            {translate('signIn.title')}
          </Typography>
        </Box>
        <Paper variant="outlined" sx={{ p: 3, borderRadius: 3 }}>
          <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2 }}>
            {failure !== null && (
              <Alert severity="error" role="alert">
                {translate(failure.key, failure.values)}
              </Alert>
            )}
            <TextField
              name="email"
              type="email"
              label={translate('signIn.email')}
              autoComplete="username"
              autoFocus
              required
              fullWidth
              slotProps={{ htmlInput: { spellCheck: false } }}
            />
            <TextField
              name="password"
              type="password"
              label={translate('signIn.password')}
              autoComplete="current-password"
              required
              fullWidth
            />
            <Button type="submit" variant="contained" disabled={busy} sx={{ minHeight: 40 }}>
              {busy ? <CircularProgress size={18} color="inherit" /> : translate('signIn.submit')}
            </Button>
          </Box>
        </Paper>
        <Box sx={{ mt: 2, display: 'flex', justifyContent: 'center' }}>
          <LanguageMenu />
        </Box>
      </Box>
    </Box>
  );
}
