import { Box, Chip, Typography } from '@mui/material';
import {
  DataTable,
  FilterButton,
  FilterForm,
  List,
  Pagination,
  SelectColumnsButton,
  SelectInput,
  TextInput,
  TopToolbar,
  useLocale,
  usePermissions,
  useRecordContext,
  useTranslate,
  DateInput,
  BooleanInput,
} from 'react-admin';
import { CASE_STATUSES_SHOWN, LOCALES, OUTCOMES, REASONS } from '../ui/choices.ts';
import type { CaseSummary } from '../../api/cases/contract.ts';
import { dateTime, relativeTime } from '../ui/time.ts';
import { ExportButton } from './ExportButton.tsx';
import { toQuery } from './query.ts';
import { SavedViews } from './SavedViews.tsx';

function text(one: CaseSummary, ...path: string[]): string {
  let value: unknown = one.summary;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return typeof value === 'string' ? value : '';
}

function Subject() {
  const one = useRecordContext<CaseSummary>();
  if (one === undefined) return null;
  return (
    <Box sx={{ minWidth: 220, maxWidth: { xs: 300, md: 460 } }}>
      <Typography noWrap sx={{ fontSize: 13.5, fontWeight: 560 }}>
        {text(one, 'sender', 'nickname')} → {text(one, 'recipient', 'nickname')}
      </Typography>
      <Typography noWrap lang={one.locale} variant="body2" color="text.secondary">
        {text(one, 'excerpt')}
      </Typography>
    </Box>
  );
}

function Status() {
  const translate = useTranslate();
  const one = useRecordContext<CaseSummary>();
  if (one === undefined) return null;
  const tone = one.outcome === 'release' ? 'success' : one.outcome === 'reject' ? 'error' : 'default';
  const label =
    one.outcome === null
      ? translate(`desk.case.status.${one.status}`)
      : translate(`firstMessages.outcomes.${one.outcome}`, { _: one.outcome });
  return <Chip size="small" variant="outlined" color={tone} label={label} />;
}

function When({ source }: { source: 'openedAt' | 'decidedAt' | 'dueAt' }) {
  const locale = useLocale() ?? 'en';
  const one = useRecordContext<CaseSummary>();
  const time = one?.[source];
  if (!time) return null;
  return (
    <Box component="time" dateTime={time} title={dateTime(time, locale)} sx={{ whiteSpace: 'nowrap' }}>
      {relativeTime(time, Date.now(), locale)}
    </Box>
  );
}

function useFilters() {
  const translate = useTranslate();
  const label = (key: string) => translate(`cases.${key}`);
  return [
    <TextInput key="q" source="q" label={label('search')} alwaysOn resettable />,
    <SelectInput
      key="status"
      source="status"
      label={label('status')}
      alwaysOn
      emptyText={label('all')}
      choices={CASE_STATUSES_SHOWN.map((id) => ({ id, name: translate(`desk.case.status.${id}`) }))}
    />,
    <SelectInput
      key="outcome"
      source="outcome"
      label={label('outcome')}
      choices={OUTCOMES.map((id) => ({ id, name: translate(`firstMessages.outcomes.${id}`) }))}
    />,
    <SelectInput
      key="reasonCode"
      source="reasonCode"
      label={label('reason')}
      choices={REASONS.map((id) => ({ id, name: translate(`firstMessages.reason.${id}`) }))}
    />,
    <SelectInput
      key="locale"
      source="locale"
      label={label('language')}
      choices={LOCALES.map(([id, name]) => ({ id, name }))}
    />,
    <TextInput key="member" source="member" label={label('member')} />,
    <DateInput key="openedFrom" source="openedFrom" label={label('openedFrom')} />,
    <DateInput key="openedTo" source="openedTo" label={label('openedTo')} />,
    <DateInput key="decidedFrom" source="decidedFrom" label={label('decidedFrom')} />,
    <DateInput key="decidedTo" source="decidedTo" label={label('decidedTo')} />,
    <BooleanInput key="escalated" source="escalated" label={label('escalated')} defaultValue />,
    <BooleanInput key="mine" source="mine" label={label('mine')} defaultValue />,
  ];
}

function Empty() {
  const translate = useTranslate();
  return (
    <Typography color="text.secondary" sx={{ p: 5, textAlign: 'center' }}>
      {translate('cases.none')}
    </Typography>
  );
}

/** Every case of every status: found by what was written, who wrote it, who decided and when. */
export default function CasesPage() {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<string[]>();
  const filters = useFilters();
  const label = (key: string) => translate(`cases.${key}`);
  return (
    <Box sx={{ px: { xs: 2, md: 4 }, py: { xs: 2.5, md: 4 } }}>
      <Typography component="h1" variant="h1" sx={{ mb: 2 }}>
        {translate('nav.allCases')}
      </Typography>
      <List
        resource="cases"
        disableSyncWithLocation={false}
        queryOptions={{ meta: { toQuery } }}
        empty={false}
        title=" "
        perPage={25}
        pagination={<Pagination rowsPerPageOptions={[25, 50, 100]} />}
        actions={
          <TopToolbar
            sx={{
              flexWrap: { xs: 'wrap', md: 'nowrap' },
              flexShrink: 0,
              gap: { xs: 0, md: 1 },
              justifyContent: { xs: 'flex-start', md: 'flex-end' },
              px: 0,
              bgcolor: 'transparent',
            }}
          >
            <SavedViews />
            <FilterButton filters={filters} />
            <SelectColumnsButton />
            {permissions.includes('cases.export') && <ExportButton />}
          </TopToolbar>
        }
        filters={<FilterForm filters={filters} />}
        sx={{
          '& .RaList-main, & .RaList-content': { minWidth: 0, maxWidth: '100%' },
          '& .RaList-actions': {
            flexWrap: 'nowrap',
            flexDirection: { xs: 'column-reverse', md: 'row' },
            alignItems: { xs: 'stretch', md: 'flex-end' },
          },
          '& .RaList-content': { border: 1, borderColor: 'divider', borderRadius: 3, overflowX: 'auto' },
        }}
      >
        <DataTable
          bulkActionButtons={false}
          rowClick={(id) => `/first-messages/${id}`}
          empty={<Empty />}
          hiddenColumns={['dueAt', 'locale', 'round']}
        >
          <DataTable.Col source="subject" label={label('subject')} disableSort>
            <Subject />
          </DataTable.Col>
          <DataTable.Col source="status" label={label('status')} disableSort>
            <Status />
          </DataTable.Col>
          <DataTable.Col
            source="reasonCode"
            label={label('reason')}
            disableSort
            render={(one: CaseSummary) =>
              one.reasonCode === null
                ? ''
                : translate(`firstMessages.reason.${one.reasonCode}`, { _: one.reasonCode })
            }
          />
          <DataTable.Col
            source="decidedBy"
            label={label('decidedBy')}
            disableSort
            render={(one: CaseSummary) => one.decidedBy?.name ?? ''}
          />
          <DataTable.Col source="openedAt" label={label('openedAt')} disableSort>
            <When source="openedAt" />
          </DataTable.Col>
          <DataTable.Col source="decidedAt" label={label('decidedAt')} disableSort>
            <When source="decidedAt" />
          </DataTable.Col>
          <DataTable.Col source="dueAt" label={label('dueAt')} disableSort>
            <When source="dueAt" />
          </DataTable.Col>
          <DataTable.Col source="locale" label={label('language')} disableSort />
          <DataTable.Col source="round" label={label('round')} disableSort />
        </DataTable>
      </List>
    </Box>
  );
}
