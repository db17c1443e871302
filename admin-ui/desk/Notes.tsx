import { Box, Button, Typography } from '@mui/material';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { relativeTime } from '../ui/time.ts';
import { isSend } from './keys.ts';
import { Section } from './Section.tsx';
import { TextArea } from './TextArea.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

/** What colleagues wrote about this case, and a field to write more. A draft that came too late is its author's alone. */
export function Notes({ detail }: { detail: CaseDetail }) {
  const translate = useTranslate();
  const locale = useLocale();
  const { work, api } = useDesk();
  const writing = useDeskState((state) => state.panel.step === 'note');
  const note = useDeskState((state) => state.entries[detail.id]?.draft.note ?? '');
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const may = detail.allowedActions.includes('note');

  useEffect(() => {
    if (!writing) return;
    field.current?.scrollIntoView({ block: 'center' });
    field.current?.focus();
  }, [writing]);

  const close = () => {
    work.dispatch({ type: 'panel', panel: { step: 'choose' } });
    field.current?.blur();
  };
  const save = async () => {
    if (note.trim() === '') return;
    try {
      await api.note(detail.id, note);
      setFailed(false);
      work.dispatch({ type: 'drafted', caseId: detail.id, draft: { note: '' } });
      close();
      work.announce('noted');
      await work.load(detail.id);
    } catch {
      setFailed(true);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isSend(event.nativeEvent)) void save();
    else if (event.key === 'Escape') close();
  };

  return (
    <Section title={translate('desk.notes.title')}>
      {detail.notes.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mb: 1.5, display: 'grid', gap: 1 }}>
          {detail.notes.map((one) => (
            <Box
              component="li"
              key={one.id}
              sx={{ px: 1.5, py: 1, borderRadius: 2, bgcolor: 'surface.sunken' }}
            >
              <Typography variant="caption" color="text.secondary">
                {one.author.name} · {relativeTime(one.createdAt, Date.now(), locale)}
                {one.kind === 'draft' && ` · ${translate('desk.notes.draft')}`}
              </Typography>
              <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {one.text}
              </Typography>
            </Box>
          ))}
        </Box>
      )}
      {may && (
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start' }}>
          <TextArea
            ref={field}
            rows={1}
            value={note}
            maxLength={10_000}
            placeholder={translate('desk.notes.placeholder')}
            aria-label={translate('desk.panel.addNote')}
            aria-keyshortcuts="N"
            aria-invalid={failed}
            onKeyDown={onKeyDown}
            onChange={(event) =>
              work.dispatch({ type: 'drafted', caseId: detail.id, draft: { note: event.target.value } })
            }
          />
          <Button
            variant="outlined"
            disabled={note.trim() === ''}
            onClick={() => void save()}
            sx={{ minHeight: 40, flexShrink: 0 }}
          >
            {translate('desk.notes.add')}
          </Button>
        </Box>
      )}
      {failed && (
        <Typography role="alert" variant="caption" color="error">
          {translate('desk.notes.failed')}
        </Typography>
      )}
    </Section>
  );
}
