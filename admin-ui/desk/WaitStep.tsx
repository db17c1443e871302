import { Box, Button, MenuItem, TextField } from '@mui/material';
import { useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import { StepHead } from './StepHead.tsx';
import { useDesk } from './use-desk.ts';

const HOUR = 3_600_000;
const CHOICES = [1, 4, 24, 72, 168] as const;

/** Puts the case aside until somebody has answered, at most until a time. */
export function WaitStep() {
  const translate = useTranslate();
  const { definition, actions } = useDesk();
  const [waitingFor, setWaitingFor] = useState(definition.waitFor[0] ?? '');
  const [hours, setHours] = useState<number>(4);
  const [note, setNote] = useState('');
  const [sending, setSending] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const submit = async () => {
    setSending(true);
    // a moment less, so that the longest choice is not longer than what is allowed
    await actions.wait(waitingFor, new Date(Date.now() + hours * HOUR - 5_000), note);
    setSending(false);
  };
  return (
    <Box
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.nativeEvent.isComposing) actions.back();
      }}
    >
      <StepHead back title={translate('desk.panel.wait')} />
      <Box sx={{ display: 'grid', gap: 2, mt: 1 }}>
        <TextField
          select
          fullWidth
          inputRef={first}
          label={translate('desk.panel.waitFor')}
          value={waitingFor}
          onChange={(event) => setWaitingFor(event.target.value)}
        >
          {definition.waitFor.map((who) => (
            <MenuItem key={who} value={who}>
              {translate(`${definition.texts}.waitFor.${who}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          select
          fullWidth
          label={translate('desk.panel.waitUntil')}
          value={hours}
          onChange={(event) => setHours(Number(event.target.value))}
        >
          {CHOICES.map((choice) => (
            <MenuItem key={choice} value={choice}>
              {choice < 24
                ? translate('desk.panel.hours', choice)
                : translate('desk.panel.days', choice / 24)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          fullWidth
          multiline
          minRows={2}
          label={translate('desk.panel.waitNote')}
          value={note}
          slotProps={{ htmlInput: { maxLength: 2_000 } }}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button type="submit" variant="contained" disabled={sending} sx={{ minHeight: 40 }}>
          {translate('desk.panel.wait')}
        </Button>
      </Box>
    </Box>
  );
}
