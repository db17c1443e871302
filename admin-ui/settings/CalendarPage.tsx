import { Box, MenuItem, TextField } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import type { Calendar } from '../../api/calendar/contract.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { HolidayTable } from './HolidayTable.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useSetting } from './use-setting.ts';
import { VersionList } from './VersionList.tsx';
import { WeekHours } from './WeekHours.tsx';

const PATH = 'calendar';
const ZONES = Intl.supportedValuesOf('timeZone');

/** When the team works: every deadline is counted in these hours. */
export default function CalendarPage() {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<string[]>();
  const setting = useSetting<Calendar>(PATH);
  const { value, saved } = setting;
  if (setting.error !== null && saved === undefined)
    return <Failure error={setting.error} resetErrorBoundary={() => void setting.reload()} />;
  if (value === undefined) return <PageLoading />;
  const locked = !permissions.includes('settings.calendar');
  const text = (key: string) => translate(`settings.calendar.${key}`);
  return (
    <Page title={text('title')} text={text('text')}>
      <Section title={text('hours')}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 3 }}>
          <TextField
            select
            label={text('timeZone')}
            value={value.timeZone}
            disabled={locked}
            onChange={(event) => setting.edit({ timeZone: event.target.value })}
            sx={{ minWidth: 220 }}
          >
            {ZONES.map((zone) => (
              <MenuItem key={zone} value={zone}>
                {zone}
              </MenuItem>
            ))}
          </TextField>
          <TextField
            label={text('country')}
            helperText={text('countryHelp')}
            value={value.country}
            disabled={locked}
            onChange={(event) => setting.edit({ country: event.target.value.toUpperCase() })}
            sx={{ width: 200 }}
            slotProps={{ htmlInput: { maxLength: 6 } }}
          />
        </Box>
        <WeekHours week={value.week} disabled={locked} onChange={(week) => setting.edit({ week })} />
      </Section>
      <HolidayTable
        holidays={value.holidays}
        country={value.country}
        disabled={locked}
        onChange={(holidays) => setting.edit({ holidays })}
      />
      <SaveBar
        changed={setting.changed}
        busy={setting.save.isPending}
        error={setting.save.error}
        onSave={(note) => setting.save.mutateAsync({ value, note })}
        onReset={setting.reset}
        onReload={() => void setting.reload()}
      />
      <VersionList<Calendar> path={PATH} editable={!locked} onTake={setting.replace} />
    </Page>
  );
}
