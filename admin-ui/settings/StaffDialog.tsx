import {
  Alert,
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  Switch,
  TextField,
  Typography,
} from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { StaffAccount } from '../../api/auth/contract.ts';
import type { Role } from '../../api/core/permissions.ts';
import { api } from '../providers/http.ts';
import { useProblemText } from '../ui/problem.ts';

const ROLES: readonly Role[] = [
  'moderator',
  'claims_officer',
  'account_manager',
  'support_agent',
  'lead',
  'auditor',
  'admin',
];

interface Draft {
  email: string;
  name: string;
  roles: Role[];
  active: boolean;
  confirmPassword: string;
}

function send(person: StaffAccount | null, draft: Draft): Promise<{ password: string | null }> {
  const { email, name, roles, active, confirmPassword } = draft;
  if (person === null) return api.post('/staff', { email, name, roles, confirmPassword });
  const rolesChanged = [...roles].sort().join() !== [...person.roles].sort().join();
  const change = {
    version: person.version,
    ...(name === person.name ? {} : { name }),
    ...(rolesChanged ? { roles } : {}),
    ...(active === (person.status === 'active') ? {} : { status: active ? 'active' : 'disabled' }),
    ...(confirmPassword === '' ? {} : { confirmPassword }),
  };
  return api.patch(`/staff/${person.id}`, change).then(() => ({ password: null }));
}

/** Makes or changes an account. What gives rights asks for the administrator's own password again. */
export function StaffDialog({
  person,
  onClose,
  onDone,
}: {
  person: StaffAccount | null;
  onClose: () => void;
  onDone: () => void;
}) {
  const translate = useTranslate();
  const problem = useProblemText();
  const text = (key: string) => translate(`settings.staff.${key}`);
  const [draft, setDraft] = useState<Draft>({
    email: person?.email ?? '',
    name: person?.name ?? '',
    roles: person?.roles ?? ['moderator'],
    active: person?.status !== 'disabled',
    confirmPassword: '',
  });
  const edit = (change: Partial<Draft>) => setDraft((now) => ({ ...now, ...change }));
  const save = useMutation({
    mutationFn: () => send(person, draft),
    onSuccess: ({ password }) => {
      onDone();
      if (password === null) onClose();
    },
  });
  const may = (action: StaffAccount['allowedActions'][number]) =>
    person === null || person.allowedActions.includes(action);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const password = save.data?.password ?? null;
  if (password !== null) {
    return (
      <Dialog open onClose={onClose} fullWidth maxWidth="xs">
        <DialogTitle>{text('created')}</DialogTitle>
        <DialogContent>
          <Alert severity="warning" sx={{ mb: 2 }}>
            {text('passwordOnce')}
          </Alert>
          <Typography
            component="code"
            sx={{ fontFamily: 'ui-monospace, monospace', overflowWrap: 'anywhere' }}
          >
            {password}
          </Typography>
        </DialogContent>
        <DialogActions>
          <Button variant="contained" onClick={onClose}>
            {translate('app.done')}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs">
      <form onSubmit={submit}>
        <DialogTitle>{text(person === null ? 'create' : 'change')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
          {save.error !== null && <Alert severity="error">{problem(save.error)}</Alert>}
          <TextField
            type="email"
            label={translate('signIn.email')}
            value={draft.email}
            required
            autoFocus={person === null}
            disabled={person !== null}
            onChange={(event) => edit({ email: event.target.value })}
          />
          <TextField
            label={text('name')}
            value={draft.name}
            required
            disabled={!may('rename')}
            onChange={(event) => edit({ name: event.target.value })}
          />
          <FormControl component="fieldset" disabled={!may('changeRoles')}>
            <FormLabel component="legend" sx={{ fontSize: 13, mb: 0.5 }}>
              {text('roles')}
            </FormLabel>
            <FormGroup>
              {ROLES.map((role) => (
                <FormControlLabel
                  key={role}
                  label={translate(`roles.${role}`)}
                  slotProps={{ typography: { sx: { fontSize: 14 } } }}
                  control={
                    <Checkbox
                      size="small"
                      checked={draft.roles.includes(role)}
                      onChange={(_, checked) =>
                        edit({
                          roles: ROLES.filter((one) => (one === role ? checked : draft.roles.includes(one))),
                        })
                      }
                    />
                  }
                />
              ))}
            </FormGroup>
          </FormControl>
          {person !== null && (may('disable') || may('enable')) && (
            <FormControlLabel
              label={text('activeHelp')}
              slotProps={{ typography: { sx: { fontSize: 14 } } }}
              control={
                <Switch size="small" checked={draft.active} onChange={(_, active) => edit({ active })} />
              }
            />
          )}
          <TextField
            type="password"
            autoComplete="current-password"
            label={text('ownPassword')}
            helperText={text('ownPasswordHelp')}
            value={draft.confirmPassword}
            required={person === null}
            onChange={(event) => edit({ confirmPassword: event.target.value })}
          />
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>{translate('ra.action.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={save.isPending || draft.roles.length === 0}>
            {translate('ra.action.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
