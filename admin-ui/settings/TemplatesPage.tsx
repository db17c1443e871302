import { Box, Tab, Tabs, TextField } from '@mui/material';
import { useState } from 'react';
import { useLocale, usePermissions, useTranslate } from 'react-admin';
import type { FirstMessageTemplates } from '../../api/first-messages/templates-contract.ts';
import { LANGUAGES, type Language } from '../i18n/languages.ts';
import { Failure } from '../layout/Failure.tsx';
import { PageLoading } from '../layout/PageLoading.tsx';
import { Page, Section } from '../ui/Page.tsx';
import { REASONS } from '../ui/choices.ts';
import { SaveBar } from './SaveBar.tsx';
import { useSetting } from './use-setting.ts';
import { VersionList } from './VersionList.tsx';

const PATH = 'first-message-templates';

const CODES = Object.keys(LANGUAGES) as Language[];

interface TemplateFieldProps {
  language: Language;
  text: string;
  disabled: boolean;
  onChange: (text: string) => void;
}

function TemplateField({ language, text, disabled, onChange }: TemplateFieldProps) {
  return (
    <TextField
      label={LANGUAGES[language]}
      value={text}
      disabled={disabled}
      multiline
      minRows={2}
      fullWidth
      onChange={(event) => onChange(event.target.value)}
      slotProps={{ htmlInput: { lang: language, maxLength: 2000 } }}
    />
  );
}

/** Texts of the notices to senders, per reason and language. */
export default function TemplatesPage() {
  const translate = useTranslate();
  const locale = useLocale();
  const { permissions = [] } = usePermissions<string[]>();
  const [language, setLanguage] = useState<Language>(CODES.find((code) => code === locale) ?? 'en');
  const setting = useSetting<FirstMessageTemplates>(PATH);
  const { value, saved } = setting;
  if (setting.error !== null && saved === undefined)
    return <Failure error={setting.error} resetErrorBoundary={() => void setting.reload()} />;
  if (value === undefined) return <PageLoading />;
  const locked = !permissions.includes('settings.first-messages');
  return (
    <Page title={translate('settings.templates.title')} text={translate('settings.templates.text')}>
      <Tabs
        value={language}
        onChange={(_, next: Language) => setLanguage(next)}
        aria-label={translate('language.label')}
        sx={{ mb: 3 }}
      >
        {CODES.map((code) => (
          <Tab
            key={code}
            value={code}
            label={LANGUAGES[code]}
            lang={code}
            id={`language-${code}`}
            aria-controls="templates"
          />
        ))}
      </Tabs>
      <Box id="templates" role="tabpanel" aria-labelledby={`language-${language}`}>
        <Section title={translate('settings.templates.lead')}>
          <TemplateField
            language={language}
            text={value.lead[language]}
            disabled={locked}
            onChange={(text) => setting.edit({ lead: { ...value.lead, [language]: text } })}
          />
        </Section>
        {REASONS.map((reason) => (
          <Section key={reason} title={translate(`firstMessages.reason.${reason}`)}>
            <TemplateField
              language={language}
              text={value.reasons[reason][language]}
              disabled={locked}
              onChange={(text) =>
                setting.edit({
                  reasons: { ...value.reasons, [reason]: { ...value.reasons[reason], [language]: text } },
                })
              }
            />
          </Section>
        ))}
      </Box>
      <SaveBar
        changed={setting.changed}
        busy={setting.save.isPending}
        error={setting.save.error}
        onSave={(note) => setting.save.mutateAsync({ value, note })}
        onReset={setting.reset}
        onReload={() => void setting.reload()}
      />
      <VersionList<FirstMessageTemplates> path={PATH} editable={!locked} onTake={setting.replace} />
    </Page>
  );
}
