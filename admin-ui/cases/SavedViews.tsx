import BookmarkIcon from '@mui/icons-material/BookmarkBorderOutlined';
import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Divider,
  FormControlLabel,
  Menu,
  MenuItem,
  Switch,
  TextField,
} from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useListContext, useNotify, useTranslate } from 'react-admin';
import { api } from '../providers/http.ts';
import { formText } from '../ui/form-text.ts';
import { useProblemText } from '../ui/problem.ts';
import type { SavedView } from '../../api/views/contract.ts';

const KEY = ['views'];

/** Filters kept under a name: my own, and the ones that leads share. */
export function SavedViews() {
  const translate = useTranslate();
  const notify = useNotify();
  const problem = useProblemText();
  const client = useQueryClient();
  const list = useListContext();
  const filterValues = list.filterValues as Record<string, unknown>;
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [saving, setSaving] = useState(false);
  const [shared, setShared] = useState(false);
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<{ items: SavedView[] }>('/views', { resource: 'cases' }, signal),
  });
  const refresh = () => client.invalidateQueries({ queryKey: KEY });
  const onError = (failed: unknown) => notify(problem(failed), { type: 'error' });
  const create = useMutation({
    mutationFn: (name: string) =>
      api.post('/views', {
        name,
        resource: 'cases',
        queue: 'first-messages',
        definition: { filter: filterValues },
        shared,
      }),
    onSuccess: async () => {
      await refresh();
      setSaving(false);
    },
    onError,
  });
  const remove = useMutation({
    mutationFn: (id: string) => api.delete(`/views/${id}`),
    onSuccess: refresh,
    onError,
  });
  const text = (key: string) => translate(`cases.views.${key}`);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    create.mutate(formText(event.currentTarget, 'name').trim());
  };
  return (
    <>
      <Button
        startIcon={<BookmarkIcon />}
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {text('title')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {data?.items.map((view) => (
          <MenuItem
            key={view.id}
            onClick={() => {
              list.setFilters((view.definition as { filter?: Record<string, unknown> }).filter ?? {}, []);
              setAnchor(null);
            }}
          >
            {view.name}
            {view.allowedActions.includes('delete') && (
              <Button
                size="small"
                sx={{ ml: 2 }}
                onClick={(event) => {
                  event.stopPropagation();
                  remove.mutate(view.id);
                }}
              >
                {translate('ra.action.delete')}
              </Button>
            )}
          </MenuItem>
        ))}
        {data?.items.length === 0 && <MenuItem disabled>{text('none')}</MenuItem>}
        <Divider />
        <MenuItem
          onClick={() => {
            setAnchor(null);
            setSaving(true);
          }}
        >
          {text('save')}
        </MenuItem>
      </Menu>
      <Dialog open={saving} onClose={() => setSaving(false)} fullWidth maxWidth="xs">
        <form onSubmit={submit}>
          <DialogTitle>{text('save')}</DialogTitle>
          <DialogContent sx={{ display: 'grid', gap: 1.5, pt: '8px !important' }}>
            <TextField
              name="name"
              label={text('name')}
              required
              autoFocus
              slotProps={{ htmlInput: { maxLength: 80 } }}
            />
            <FormControlLabel
              label={text('shared')}
              slotProps={{ typography: { sx: { fontSize: 14 } } }}
              control={<Switch size="small" checked={shared} onChange={(_, on) => setShared(on)} />}
            />
          </DialogContent>
          <DialogActions>
            <Button onClick={() => setSaving(false)}>{translate('ra.action.cancel')}</Button>
            <Button type="submit" variant="contained" disabled={create.isPending}>
              {translate('ra.action.save')}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
