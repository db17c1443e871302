import GoodIcon from '@mui/icons-material/CheckCircleOutline';
import BadIcon from '@mui/icons-material/DoNotDisturbOn';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  TextField,
  Typography,
} from '@mui/material';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslate } from 'react-admin';
import type { BulkResult } from '../../api/cases/contract.ts';
import { isApiError } from '../providers/http.ts';
import { type Bulk, decidable, KNOWN_PROBLEMS } from './bulk.ts';
import type { TogetherItem } from './definition.ts';
import { Kbd } from './Kbd.tsx';
import { isTyping, keyOf } from './keys.ts';
import { useDesk } from './use-desk.ts';
import { useNow } from './use-now.ts';

function ItemResult({
  item,
  result,
  done,
}: {
  item: TogetherItem;
  result: BulkResult['items'][number] | undefined;
  done: boolean;
}) {
  const translate = useTranslate();
  const code = result?.problem?.code;
  const words = () => {
    if (result === undefined) return '';
    if (code !== undefined)
      return translate(`desk.bulk.problem.${KNOWN_PROBLEMS.has(code) ? code : 'other'}`, { code });
    const proposed = result.status === 'pending_approval';
    if (done) return translate(proposed ? 'desk.bulk.proposed' : 'desk.bulk.worked');
    return translate(proposed ? 'desk.bulk.wouldPropose' : 'desk.bulk.wouldWork');
  };
  return (
    <Box
      component="li"
      sx={{ display: 'flex', gap: 1.25, py: 0.75, alignItems: 'center', fontSize: 13.5, minHeight: 36 }}
    >
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          width: 18,
          color: code === undefined ? 'success.main' : 'error.main',
          '& svg': { fontSize: 18 },
        }}
      >
        {result !== undefined && (code === undefined ? <GoodIcon /> : <BadIcon />)}
      </Box>
      <Box
        component="span"
        sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {item.label}
      </Box>
      <Box
        component="span"
        sx={{
          color: code === undefined ? 'text.secondary' : 'error.main',
          fontSize: 12.5,
          textAlign: 'right',
        }}
      >
        {words()}
      </Box>
    </Box>
  );
}

function UndoBatch({ until, onUndo }: { until: number; onUndo: () => void }) {
  const translate = useTranslate();
  const left = Math.max(0, Math.ceil((until - useNow(250)) / 1000));
  if (left === 0) {
    return (
      <Typography variant="caption" color="text.secondary" sx={{ mr: 'auto', ml: 2 }}>
        {translate('desk.bulk.undoOver')}
      </Typography>
    );
  }
  return (
    <Button onClick={onUndo} sx={{ mr: 'auto' }}>
      {translate('desk.bulk.undo')} · {translate('desk.toast.left', { seconds: left })}
      <Kbd inButton name="U" />
    </Button>
  );
}

/** Deciding many alike: what would happen to each, then what did; and the way back for all of them. */
export function BulkDialog({ bulk, onClose }: { bulk: Bulk; onClose: (decided: boolean) => void }) {
  const translate = useTranslate();
  const { definition, api, work, list } = useDesk();
  const [tried, setTried] = useState<BulkResult | null>(null);
  const [done, setDone] = useState<{ result: BulkResult; until: number } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const rules = definition.message;
  const told = rules?.outcome === bulk.outcome;
  const needsText = bulk.reasonCode !== null && rules?.needsText.includes(bulk.reasonCode) === true;
  const [message, setMessage] = useState('');
  const blocked = needsText && message.trim() === '';

  const bodyOf = useCallback(
    (items: readonly TogetherItem[], dryRun: boolean) => ({
      dryRun,
      items: items.map(({ caseId, version }) => ({ caseId, version })),
      outcome: bulk.outcome,
      ...(bulk.reasonCode === null ? {} : { reasonCode: bulk.reasonCode }),
      ...(message.trim() === '' ? {} : { message }),
    }),
    [bulk, message],
  );
  const failed = (error: unknown) => setProblem(isApiError(error) ? error.body.detail : String(error));

  // the dry run does not depend on what the message says, only on whether there is one
  useEffect(() => {
    if (blocked) return;
    let here = true;
    setTried(null);
    api.bulk(bodyOf(bulk.items, true)).then(
      (result) => here && setTried(result),
      (error: unknown) => here && failed(error),
    );
    return () => {
      here = false;
    };
  }, [api, bulk, blocked]);

  const confirmButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (tried !== null && tried.succeeded > 0 && !isTyping(document.activeElement))
      confirmButton.current?.focus();
  }, [tried]);

  const good = tried === null ? [] : decidable(bulk.items, tried);
  const confirm = async () => {
    if (good.length === 0 || sending || blocked) return;
    setSending(true);
    try {
      const result = await api.bulk(bodyOf(good, false));
      const left = result.undoUntil === null ? 0 : Date.parse(result.undoUntil) - Date.now();
      setDone({ result, until: Date.now() + left });
      work.announce('bulkDone', { smart_count: result.succeeded });
      list.choose(null);
    } catch (error) {
      failed(error);
    }
    setSending(false);
  };
  const undo = async () => {
    const id = done?.result.batchId;
    if (!id) return;
    try {
      const result = await api.undoBatch(id);
      work.announce('batchUndone', { smart_count: result.succeeded });
      onClose(false);
    } catch (error) {
      failed(error);
    }
  };

  const result = done?.result ?? tried;
  const byId = new Map(result?.items.map((item) => [item.caseId, item]));
  const outcome = translate(`${definition.texts}.outcome.${bulk.outcome}`);
  const reason =
    bulk.reasonCode === null ? '' : ` · ${translate(`${definition.texts}.reason.${bulk.reasonCode}`)}`;
  const summary = result === null ? null : { good: result.succeeded, all: result.items.length };

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      onClose={() => onClose(done !== null)}
      aria-labelledby="bulk-title"
      onKeyDown={(event) => {
        if (keyOf(event.nativeEvent) === 'U' && done !== null) void undo();
      }}
    >
      <DialogTitle id="bulk-title" sx={{ pb: 0.5, fontSize: 16, fontWeight: 620 }}>
        {translate(done === null ? 'desk.bulk.title' : 'desk.bulk.doneTitle', { outcome: outcome + reason })}
      </DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
          {definition.bulkConsequence(bulk.outcome, translate)}
        </Typography>
        {problem !== null && (
          <Alert severity="error" sx={{ mb: 2 }}>
            {translate('desk.notice.other', { detail: problem })}
          </Alert>
        )}
        {told && done === null && (
          <TextField
            fullWidth
            multiline
            minRows={2}
            required={needsText}
            label={translate(needsText ? 'desk.bulk.messageToNeeded' : 'desk.bulk.messageTo')}
            value={message}
            slotProps={{ htmlInput: { maxLength: 10_000 } }}
            onChange={(event) => setMessage(event.target.value)}
            sx={{ mb: 1.5, mt: 0.5 }}
          />
        )}
        <Box sx={{ minHeight: 24, mb: 0.5 }} role="status">
          {summary === null ? (
            !blocked &&
            problem === null && (
              <LinearProgress aria-label={translate('desk.bulk.checking')} sx={{ mt: 1.25 }} />
            )
          ) : (
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {translate(done === null ? 'desk.bulk.summary' : 'desk.bulk.doneSummary', summary)}
            </Typography>
          )}
        </Box>
        <Box
          component="ul"
          sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: '40vh', overflowY: 'auto' }}
          tabIndex={0}
          aria-label={translate('desk.bulk.region')}
        >
          {(done === null ? bulk.items : bulk.items.filter((item) => byId.has(item.caseId))).map((item) => (
            <ItemResult key={item.caseId} item={item} result={byId.get(item.caseId)} done={done !== null} />
          ))}
        </Box>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        {done !== null && done.result.batchId !== null && (
          <UndoBatch until={done.until} onUndo={() => void undo()} />
        )}
        <Button onClick={() => onClose(done !== null)}>
          {translate(done === null ? 'desk.panel.cancel' : 'app.close')}
        </Button>
        {done === null && (
          <Button
            ref={confirmButton}
            variant="contained"
            color={definition.outcomes[bulk.outcome]?.tone === 'error' ? 'error' : 'primary'}
            disabled={tried === null || good.length === 0 || sending || blocked}
            onClick={() => void confirm()}
          >
            {tried !== null && good.length === 0
              ? translate('desk.bulk.confirmNone')
              : translate('desk.bulk.confirm', good.length === 0 ? bulk.items.length : good.length)}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  );
}
