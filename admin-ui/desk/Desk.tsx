import { Box, Drawer, useMediaQuery } from '@mui/material';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Me } from '../providers/session.ts';
import type { Bulk } from './bulk.ts';
import { BulkBar } from './BulkBar.tsx';
import { CasePane } from './CasePane.tsx';
import { DecisionPane } from './DecisionPane.tsx';
import type { DeskDefinition, TogetherItem } from './definition.ts';
import { DeskKeys } from './DeskKeys.tsx';
import { LiveRegion } from './LiveRegion.tsx';
import { PhoneBar } from './PhoneBar.tsx';
import { QueuePane } from './QueuePane.tsx';
import { chosenItems } from './queue-state.ts';
import { UndoToast } from './UndoToast.tsx';
import { useAddress } from './use-address.ts';
import { DeskProvider, useCreateDesk, useDesk, useDeskState, useMe, useQueueState } from './use-desk.ts';
import { usePresence } from './use-presence.ts';

const BulkDialog = lazy(async () => ({ default: (await import('./BulkDialog.tsx')).BulkDialog }));

function Chosen({ onPreview }: { onPreview: (bulk: Bulk) => void }) {
  const { list, definition } = useDesk();
  const chosen = useQueueState((state) => state.chosen);
  const rows = useQueueState((state) => state.rows);
  if (chosen === null) return null;
  const items = chosenItems(rows, chosen).map((item) => {
    const { from, to } = definition.nameOf(item, null);
    return { caseId: item.id, version: item.version, label: `${from} → ${to}` };
  });
  return <BulkBar items={items} onPreview={onPreview} onStop={() => list.choose(null)} />;
}

function Panes() {
  const three = useMediaQuery('(min-width: 1340px)', { noSsr: true });
  const two = useMediaQuery('(min-width: 720px)', { noSsr: true });
  const [drawer, setDrawer] = useState(false);
  const [bulk, setBulk] = useState<Bulk | null>(null);
  const { definition } = useDesk();
  const currentId = useDeskState((state) => state.line[0] ?? null);
  useAddress();
  usePresence(currentId);

  const together = useCallback(
    (items: TogetherItem[], outcome: string, reasonCode: string | null) =>
      setBulk({ items, outcome, reasonCode }),
    [],
  );
  const queue = (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <QueuePane
          {...(three ? {} : { onOpened: () => setDrawer(false), onClose: () => setDrawer(false) })}
        />
      </Box>
      <Chosen onPreview={setBulk} />
    </Box>
  );
  const columns = three ? '328px minmax(0, 1fr) 352px' : two ? 'minmax(0, 1fr) 320px' : 'minmax(0, 1fr)';
  const border = { borderRight: 1, borderColor: 'divider' };

  return (
    <Box
      sx={{
        position: 'relative',
        height: '100%',
        minHeight: 0,
        overflow: 'hidden',
        display: 'grid',
        gridTemplateColumns: columns,
        gridTemplateRows: two ? 'minmax(0, 1fr)' : 'minmax(0, 1fr) auto',
      }}
    >
      {three ? (
        <Box sx={{ ...border, minHeight: 0 }}>{queue}</Box>
      ) : (
        <Drawer
          open={drawer}
          onClose={() => setDrawer(false)}
          slotProps={{ paper: { sx: { width: 'min(360px, 92vw)' } } }}
        >
          {queue}
        </Drawer>
      )}
      <Box sx={{ ...(two ? border : {}), position: 'relative', minHeight: 0, minWidth: 0 }}>
        <CasePane onTogether={together} {...(three ? {} : { onQueue: () => setDrawer(true) })} />
        <UndoToast />
      </Box>
      {two ? <DecisionPane /> : <PhoneBar />}
      {bulk !== null && (
        <Suspense fallback={null}>
          <BulkDialog bulk={bulk} onClose={() => setBulk(null)} />
        </Suspense>
      )}
      <DeskKeys />
      <LiveRegion key={definition.queue} />
    </Box>
  );
}

function DeskOf({ definition, person }: { definition: DeskDefinition; person: Me }) {
  const desk = useCreateDesk(definition, person);
  return (
    <DeskProvider value={desk}>
      <Panes />
    </DeskProvider>
  );
}

/** A desk: the queue, the case, the decision. Three panes that become two, and one on a phone. */
export function Desk({ definition }: { definition: DeskDefinition }) {
  const person = useMe();
  return person === null ? null : <DeskOf key={person.id} definition={definition} person={person} />;
}
