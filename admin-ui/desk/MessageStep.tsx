import { Button, TextField } from '@mui/material';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslate } from 'react-admin';
import type { CaseDetail } from '../../api/cases/contract.ts';
import { isSend, shownKey } from './keys.ts';
import { NoticePreview } from './NoticePreview.tsx';
import type { Draft } from './notices.ts';
import { StepHead } from './StepHead.tsx';
import { useDesk } from './use-desk.ts';
import { ownPart, usePreview } from './use-preview.ts';

/** The message to the member in one's own words, beginning from the standing sentence; and exactly what will be sent. */
export function MessageStep({ detail, draft }: { detail: CaseDetail; draft: Draft }) {
  const translate = useTranslate();
  const { definition, actions, work } = useDesk();
  const field = useRef<HTMLTextAreaElement>(null);
  const { name, locale } = definition.addressee(detail);
  const code = draft.reasonCode;
  const needsText = code !== null && definition.message?.needsText.includes(code) === true;
  const standing = usePreview(detail.id, needsText ? null : code, null);
  const missing = draft.message.trim() === '';
  const preview = usePreview(detail.id, needsText && missing ? null : code, draft.message);

  useEffect(() => field.current?.focus(), []);

  // once: what is typed is never replaced
  const begun = useRef(draft.message !== '' || needsText);
  useEffect(() => {
    if (begun.current || standing.answer === null || standing.stale) return;
    begun.current = true;
    work.dispatch({ type: 'drafted', caseId: detail.id, draft: { message: ownPart(standing.answer) } });
  }, [standing, work, detail.id]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isSend(event.nativeEvent)) {
      event.preventDefault();
      actions.sendMessage();
    } else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      actions.back();
    }
  };

  return (
    <>
      <StepHead back title={translate(`${definition.texts}.reason.${code ?? ''}`)} />
      <TextField
        fullWidth
        multiline
        minRows={5}
        maxRows={12}
        inputRef={field}
        lang={locale}
        label={translate('desk.panel.message', {
          name,
          language: translate(`desk.languages.${locale.slice(0, 2)}`, { _: locale }),
        })}
        helperText={
          needsText && missing
            ? translate('desk.panel.messageMissing')
            : translate('desk.panel.messageHelp', { keys: shownKey('Mod+Enter') })
        }
        value={draft.message}
        slotProps={{ htmlInput: { maxLength: 10_000 }, inputLabel: { shrink: true } }}
        onKeyDown={onKeyDown}
        onChange={(event) =>
          work.dispatch({ type: 'drafted', caseId: detail.id, draft: { message: event.target.value } })
        }
        sx={{ mt: 0.5 }}
      />
      <Button
        fullWidth
        variant="contained"
        color="error"
        disabled={missing}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={actions.sendMessage}
        sx={{ mt: 1.5, minHeight: 40 }}
      >
        {translate(`${definition.texts}.outcome.${definition.message?.outcome ?? ''}`)}
      </Button>
      <NoticePreview preview={preview} />
    </>
  );
}
