import { MenuItem, Select } from '@mui/material';
import { useLocaleState, useTranslate } from 'react-admin';
import { LANGUAGES } from '../i18n/languages.ts';

/** Switches the language; each is named in itself. */
export function LanguageMenu() {
  const [locale, setLocale] = useLocaleState();
  const translate = useTranslate();
  return (
    <Select
      value={locale}
      onChange={(event) => setLocale(event.target.value)}
      size="small"
      variant="standard"
      disableUnderline
      inputProps={{ 'aria-label': translate('language.label') }}
      sx={{ fontSize: 13, color: 'text.secondary' }}
    >
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <MenuItem key={code} value={code} lang={code}>
          {name}
        </MenuItem>
      ))}
    </Select>
  );
}
