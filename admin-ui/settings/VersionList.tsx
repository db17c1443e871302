import { Box, Button, List, ListItem, ListItemText } from '@mui/material';
import { useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Section } from '../ui/Page.tsx';
import { dateTime } from '../ui/time.ts';
import { type SettingVersion, useSettingVersions } from './use-setting.ts';

const SHOWN = 5;

/** Every version of a setting: who changed it, when and why; an old one can be taken as the draft of the next. */
export function VersionList<T>({
  path,
  editable,
  onTake,
}: {
  path: string;
  editable: boolean;
  onTake: (value: T) => void;
}) {
  const translate = useTranslate();
  const locale = useLocale();
  const [all, setAll] = useState(false);
  const { data } = useSettingVersions<T>(path);
  const versions: SettingVersion<T>[] = data?.items ?? [];
  const shown = all ? versions : versions.slice(0, SHOWN);
  return (
    <Section title={translate('settings.versions')} text={translate('settings.versionsText')}>
      <List disablePadding>
        {shown.map((one, index) => (
          <ListItem
            key={one.version}
            disableGutters
            divider
            secondaryAction={
              editable && index > 0 ? (
                <Button onClick={() => onTake(one.value)}>{translate('settings.take')}</Button>
              ) : undefined
            }
          >
            <ListItemText
              primary={translate('settings.version', { version: one.version })}
              secondary={[
                one.changedAt === null
                  ? translate('settings.builtIn')
                  : `${one.changedBy.name} · ${dateTime(one.changedAt, locale)}`,
                one.note,
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            />
          </ListItem>
        ))}
      </List>
      {versions.length > SHOWN && (
        <Box sx={{ mt: 1 }}>
          <Button onClick={() => setAll((now) => !now)}>{translate(all ? 'app.less' : 'app.more')}</Button>
        </Box>
      )}
    </Section>
  );
}
