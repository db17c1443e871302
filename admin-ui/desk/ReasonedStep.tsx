import { Button, TextField, Typography } from '@mui/material';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { currentOf } from './desk-state.ts';
import { isSend } from './keys.ts';
import { StepHead } from './StepHead.tsx';
import { useDesk, useDeskState } from './use-desk.ts';

/** What is typed here is the draft of a note: should the case be lost meanwhile, it is not. */
function useTyped(): [string, (text: string) => void] {
  const { work } = useDesk();
  const entry = useDeskState(currentOf);
  const write = (note: string) => {
    if (entry !== null) work.dispatch({ type: 'drafted', caseId: entry.id, draft: { note } });
  };
  return [entry?.draft.note ?? '', write];
}

interface ReasonedStepProps {
  title: string;
  text: string;
  label: string;
  action: string;
  required: boolean;
  send: (text: string) => Promise<void>;
}

/** A step that asks for a sentence and then does one thing. What was typed stays until that has worked. */
function ReasonedStep({ title, text, label, action, required, send }: ReasonedStepProps) {
  const { actions } = useDesk();
  const [typed, setTyped] = useTyped();
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const missing = required && typed.trim() === '';
  const submit = async () => {
    if (missing || sending) return;
    setSending(true);
    await send(typed);
    setSending(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isSend(event.nativeEvent)) void submit();
    else if (event.key === 'Escape' && !event.nativeEvent.isComposing) {
      event.stopPropagation();
      actions.back();
    }
  };
  return (
    <>
      <StepHead back title={title} />
      <Typography variant="body2" color="text.secondary" sx={{ mb: 2 }}>
        {text}
      </Typography>
      <TextField
        fullWidth
        multiline
        minRows={3}
        maxRows={10}
        inputRef={field}
        label={label}
        value={typed}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
        onKeyDown={onKeyDown}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button
        fullWidth
        variant="contained"
        disabled={missing || sending}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onClick={() => void submit()}
        sx={{ mt: 1.5, minHeight: 40 }}
      >
        {action}
      </Button>
    </>
  );
}

export function EscalateStep() {
  const translate = useTranslate();
  const { actions } = useDesk();
  return (
    <ReasonedStep
      required
      title={translate('desk.panel.escalate')}
      text={translate('desk.panel.escalateText')}
      label={translate('desk.panel.escalateReason')}
      action={translate('desk.panel.escalate')}
      send={actions.escalate}
    />
  );
}

export function TieStep() {
  const translate = useTranslate();
  const { actions } = useDesk();
  return (
    <ReasonedStep
      required={false}
      title={translate('desk.panel.tie')}
      text={translate('desk.panel.tieText')}
      label={translate('desk.panel.tieNote')}
      action={translate('desk.panel.tieConfirm')}
      send={actions.tie}
    />
  );
}
