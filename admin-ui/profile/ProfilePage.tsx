import { Alert, Box, Button, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useGetIdentity, useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/http.ts';
import { forgetSession } from '../providers/session.ts';
import { Page, Section } from '../ui/Page.tsx';
import { formText } from '../ui/form-text.ts';
import { useProblemText } from '../ui/problem.ts';
import { Comfort } from './Comfort.tsx';

function NameForm() {
  const translate = useTranslate();
  const notify = useNotify();
  const problem = useProblemText();
  const { identity, refetch } = useGetIdentity();
  const save = useMutation({
    mutationFn: (name: string) => api.patch('/session', { name }),
    onSuccess: async () => {
      forgetSession();
      await refetch?.();
      notify('profile.saved', { type: 'success' });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    save.mutate(formText(event.currentTarget, 'name').trim());
  };
  if (identity === undefined) return null;
  return (
    <Box component="form" onSubmit={submit} sx={{ display: 'grid', gap: 2, maxWidth: 420 }}>
      {save.error !== null && <Alert severity="error">{problem(save.error)}</Alert>}
      <TextField
        key={identity.fullName}
        name="name"
        label={translate('profile.name')}
        defaultValue={identity.fullName}
        required
        autoComplete="name"
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <Box>
        <Button type="submit" variant="outlined" disabled={save.isPending}>
          {translate('ra.action.save')}
        </Button>
      </Box>
    </Box>
  );
}

function PasswordForm() {
  const translate = useTranslate();
  const notify = useNotify();
  const problem = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const save = useMutation({
    mutationFn: (change: { current: string; next: string }) => api.put('/session/password', change),
    onSuccess: () => {
      form.current?.reset();
      notify('profile.passwordSaved', { type: 'success' });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget } = event;
    save.mutate({ current: formText(currentTarget, 'current'), next: formText(currentTarget, 'next') });
  };
  return (
    <Box component="form" ref={form} onSubmit={submit} sx={{ display: 'grid', gap: 2, maxWidth: 420 }}>
      {save.error !== null && <Alert severity="error">{problem(save.error)}</Alert>}
      <TextField
        name="current"
        type="password"
        label={translate('profile.current')}
        required
        autoComplete="current-password"
      />
      <TextField
        name="next"
        type="password"
        label={translate('profile.next')}
        helperText={translate('profile.nextHelp')}
        required
        autoComplete="new-password"
        slotProps={{ htmlInput: { minLength: 15, maxLength: 256 } }}
      />
      <Box>
        <Button type="submit" variant="outlined" disabled={save.isPending}>
          {translate('profile.changePassword')}
        </Button>
      </Box>
    </Box>
  );
}

/** What belongs to me: my name, my password, my sessions, how I like to read. */
export default function ProfilePage() {
  const translate = useTranslate();
  const notify = useNotify();
  const problem = useProblemText();
  const endOthers = useMutation({
    mutationFn: () => api.delete('/session/others'),
    onSuccess: () => notify('profile.othersEnded', { type: 'success' }),
    onError: (failed) => notify(problem(failed), { type: 'error' }),
  });
  return (
    <Page title={translate('nav.profile')}>
      <Section title={translate('profile.me')}>
        <NameForm />
      </Section>
      <Section title={translate('profile.comfort')} text={translate('profile.comfortText')}>
        <Comfort />
      </Section>
      <Section title={translate('profile.password')}>
        <PasswordForm />
      </Section>
      <Section title={translate('profile.sessions')}>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
          {translate('profile.sessionsText')}
        </Typography>
        <Button variant="outlined" onClick={() => endOthers.mutate()} disabled={endOthers.isPending}>
          {translate('profile.endOthers')}
        </Button>
      </Section>
    </Page>
  );
}
