import { Box, Checkbox, FormControlLabel, FormGroup, Switch, TextField, Typography } from '@mui/material';
import { usePermissions, useTranslate } from 'react-admin';
import type { FirstMessagePolicy } from '../../api/first-messages/contract.ts';
import { REASONS } from '../ui/choices.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { PolicyPreview } from './PolicyPreview.tsx';
import { SaveBar } from './SaveBar.tsx';
import { useSetting } from './use-setting.ts';
import { VersionList } from './VersionList.tsx';

const PATH = 'first-messages';

interface NumberRow {
  label: string;
  help: string;
  value: number;
  min: number;
  max: number;
  disabled: boolean;
  onChange: (value: number) => void;
}

function NumberField({ label, help, value, min, max, disabled, onChange }: NumberRow) {
  return (
    <TextField
      type="number"
      label={label}
      helperText={help}
      value={value}
      disabled={disabled}
      onChange={(event) => onChange(Math.min(max, Math.max(min, Math.trunc(Number(event.target.value)))))}
      sx={{ maxWidth: 420 }}
      slotProps={{ htmlInput: { min, max, inputMode: 'numeric' } }}
    />
  );
}

/** Which messages wait for a person, and how long; what a change would have done is shown before it is saved. */
export default function PolicyPage() {
  const translate = useTranslate();
  const { permissions = [] } = usePermissions<string[]>();
  const setting = useSetting<FirstMessagePolicy>(PATH);
  const { value, saved } = setting;
  if (setting.error !== null && saved === undefined)
    return <Failure error={setting.error} resetErrorBoundary={() => void setting.reload()} />;
  if (value === undefined) return <PageLoading />;
  const locked = !permissions.includes('settings.first-messages');
  const text = (key: string) => translate(`settings.first-messages.${key}`);
  const toggle = (key: 'holdClientProposals' | 'holdSevereSignals') => (
    <FormControlLabel
      sx={{ alignItems: 'flex-start', m: 0, gap: 1.5 }}
      control={
        <Switch
          size="small"
          checked={value[key]}
          disabled={locked}
          onChange={(_, checked) => setting.edit({ [key]: checked })}
        />
      }
      label={
        <Box>
          <Typography sx={{ fontSize: 14 }}>{text(key)}</Typography>
          <Typography variant="caption" color="text.secondary">
            {text(`${key}Help`)}
          </Typography>
        </Box>
      }
    />
  );
  return (
    <Page title={text('title')} text={text('text')}>
      <Section title={text('holding')}>
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          <NumberField
            label={text('holdFirst')}
            help={text('holdFirstHelp')}
            value={value.holdFirst}
            min={0}
            max={1000}
            disabled={locked}
            onChange={(holdFirst) => setting.edit({ holdFirst })}
          />
          {toggle('holdClientProposals')}
          {toggle('holdSevereSignals')}
        </Box>
      </Section>
      <Section title={text('time')}>
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          <NumberField
            label={text('holdMinutes')}
            help={text('holdMinutesHelp')}
            value={value.holdMinutes}
            min={1}
            max={43200}
            disabled={locked}
            onChange={(holdMinutes) => setting.edit({ holdMinutes })}
          />
          <FormControlLabel
            sx={{ m: 0, gap: 1.5 }}
            control={
              <Switch
                size="small"
                disabled={locked}
                checked={value.releaseAfterMinutes !== null}
                onChange={(_, on) => setting.edit({ releaseAfterMinutes: on ? value.holdMinutes * 2 : null })}
              />
            }
            label={text('releaseAfter')}
          />
          {value.releaseAfterMinutes !== null && (
            <NumberField
              label={text('releaseAfterMinutes')}
              help={text('releaseAfterHelp')}
              value={value.releaseAfterMinutes}
              min={1}
              max={129600}
              disabled={locked}
              onChange={(releaseAfterMinutes) => setting.edit({ releaseAfterMinutes })}
            />
          )}
        </Box>
      </Section>
      <Section title={text('approval')} text={text('approvalText')}>
        <FormGroup>
          {REASONS.map((reason) => (
            <FormControlLabel
              key={reason}
              control={
                <Checkbox
                  size="small"
                  disabled={locked}
                  checked={value.approveReasons.includes(reason)}
                  onChange={(_, checked) =>
                    setting.edit({
                      approveReasons: REASONS.filter((one) =>
                        one === reason ? checked : value.approveReasons.includes(one),
                      ),
                    })
                  }
                />
              }
              label={translate(`firstMessages.reason.${reason}`)}
              slotProps={{ typography: { sx: { fontSize: 14 } } }}
            />
          ))}
        </FormGroup>
      </Section>
      {!locked && <PolicyPreview value={value} changed={setting.changed} />}
      <SaveBar
        changed={setting.changed}
        busy={setting.save.isPending}
        error={setting.save.error}
        onSave={(note) => setting.save.mutateAsync({ value, note })}
        onReset={setting.reset}
        onReload={() => void setting.reload()}
      />
      <VersionList<FirstMessagePolicy> path={PATH} editable={!locked} onTake={setting.replace} />
    </Page>
  );
}
