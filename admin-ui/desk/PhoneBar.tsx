import MoreIcon from '@mui/icons-material/MoreHoriz';
import { Box, Button, Drawer, IconButton } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { allows, isMine } from './actions.ts';
import { DecisionPane } from './DecisionPane.tsx';
import { currentOf } from './desk-state.ts';
import { useDesk, useDeskState } from './use-desk.ts';

const COLORS = { success: 'success', error: 'error', neutral: 'primary' } as const;

/** The keys of the desk work in its sheet, too. */
const SHEET = { 'data-desk-keys': '' } as object;

/** On a phone: the outcomes at the thumb, everything else in a sheet above them. */
export function PhoneBar() {
  const translate = useTranslate();
  const { definition, actions } = useDesk();
  const entry = useDeskState(currentOf);
  const step = useDeskState((state) => state.panel.step);
  const [sheet, setSheet] = useState(false);
  const id = entry?.id ?? null;

  const mine = isMine(entry);
  useEffect(() => setSheet(false), [id, mine]);
  useEffect(() => {
    if (step === 'note') setSheet(false);
    else if (step !== 'choose') setSheet(true);
  }, [step]);

  if (entry === null) return null;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1,
        px: 2,
        py: 1.25,
        pb: 'calc(10px + env(safe-area-inset-bottom))',
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: 'background.paper',
      }}
    >
      {mine ? (
        (entry.detail?.outcomes ?? []).map((outcome) => (
          <Button
            key={outcome}
            variant={definition.outcomes[outcome]?.tone === 'success' ? 'contained' : 'outlined'}
            color={COLORS[definition.outcomes[outcome]?.tone ?? 'neutral']}
            onClick={() => actions.choose(outcome)}
            sx={{ flex: 1, minHeight: 48, fontSize: 15 }}
          >
            {translate(`${definition.texts}.outcome.${outcome}`)}
          </Button>
        ))
      ) : allows(entry, 'claim') ? (
        <Button variant="contained" onClick={() => actions.claim(false)} sx={{ flex: 1, minHeight: 48 }}>
          {translate('desk.lease.claim')}
        </Button>
      ) : (
        <Button variant="outlined" onClick={() => setSheet(true)} sx={{ flex: 1, minHeight: 48 }}>
          {translate('desk.panel.region')}
        </Button>
      )}
      {(mine || allows(entry, 'claim')) && (
        <IconButton
          aria-label={translate('desk.panel.more')}
          onClick={() => setSheet(true)}
          sx={{ width: 48, height: 48 }}
        >
          <MoreIcon />
        </IconButton>
      )}
      <Drawer
        anchor="bottom"
        open={sheet}
        onClose={() => {
          setSheet(false);
          actions.back();
        }}
        slotProps={{ root: SHEET, paper: { sx: { maxHeight: '85dvh', borderRadius: '16px 16px 0 0' } } }}
      >
        <DecisionPane />
      </Drawer>
    </Box>
  );
}
