import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Bulk } from './bulk.ts';
import { Kbd } from './Kbd.tsx';
import type { TogetherItem } from './definition.ts';
import { useDesk } from './use-desk.ts';

interface BulkBarProps {
  items: readonly TogetherItem[];
  onPreview: (bulk: Bulk) => void;
  onStop?: () => void;
}

/** For the chosen cases: which outcome, why, and what it would do. Nothing is decided before that was seen. */
export function BulkBar({ items, onPreview, onStop }: BulkBarProps) {
  const translate = useTranslate();
  const { definition } = useDesk();
  const outcomes = Object.keys(definition.outcomes);
  const [outcome, setOutcome] = useState(outcomes[0] ?? '');
  const reasons = definition.reasons[outcome] ?? [];
  const [reason, setReason] = useState('');
  const code = reasons.length === 0 ? null : reasons.includes(reason) ? reason : (reasons[0] ?? null);
  return (
    <Box
      role="group"
      aria-label={translate('desk.bulk.region')}
      sx={{
        p: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
        display: 'grid',
        gap: 1,
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', minHeight: 28 }}>
        <Typography variant="body2" role="status" sx={{ flex: 1, fontWeight: 560 }}>
          {items.length === 0 ? translate('desk.bulk.none') : translate('desk.bulk.chosen', items.length)}
        </Typography>
        {onStop !== undefined && (
          <Button size="small" onClick={onStop} sx={{ minHeight: 28 }}>
            {translate('desk.panel.cancel')}
          </Button>
        )}
      </Box>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <TextField
          select
          fullWidth
          label={translate('desk.bulk.outcome')}
          value={outcome}
          onChange={(event) => setOutcome(event.target.value)}
          sx={{ flex: 1, minWidth: 0 }}
        >
          {outcomes.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`${definition.texts}.outcome.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {code !== null && (
          <TextField
            select
            fullWidth
            label={translate('desk.bulk.reason')}
            value={code}
            onChange={(event) => setReason(event.target.value)}
            sx={{ flex: 1, minWidth: 0 }}
          >
            {reasons.map((one) => (
              <MenuItem key={one} value={one}>
                {translate(`${definition.texts}.reason.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </Box>
      <Button
        variant="contained"
        data-bulk-preview=""
        aria-keyshortcuts="P"
        disabled={items.length === 0}
        onClick={() => onPreview({ items, outcome, reasonCode: code })}
      >
        {translate('desk.bulk.preview')}
        <Kbd inButton name="P" />
      </Button>
    </Box>
  );
}
