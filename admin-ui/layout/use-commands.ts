import { useLocaleState, useLogout, usePermissions, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { useShortcutGroups } from '../desk/shortcuts.ts';
import { LANGUAGES } from '../i18n/languages.ts';
import { APPEARANCES, useAppearance } from '../theme/use-appearance.ts';
import { placesFor } from './navigation.ts';

/** Something that the palette can do. */
export interface Command {
  id: string;
  group: string;
  label: string;
  /** The key that does the same, where there is one. */
  keys?: string;
  run: () => void;
}

/** Everything that this person can do here now: what works on the page, where one can go, how it looks. */
export function useCommands(onHelp: () => void): Command[] {
  const translate = useTranslate();
  const navigate = useNavigate();
  const logout = useLogout();
  const { permissions = [] } = usePermissions<string[]>();
  const [locale, setLocale] = useLocaleState();
  const [appearance, setAppearance] = useAppearance();
  const groups = useShortcutGroups();
  const here = groups.flatMap(({ id, group, shortcuts }) =>
    shortcuts
      .filter((one) => one.enabled !== false)
      .map((one): Command => {
        const [keys] = one.keys;
        return {
          id: `key-${id}-${keys}`,
          group,
          label: one.label,
          ...(keys === undefined ? {} : { keys }),
          run: () => one.run(new KeyboardEvent('keydown')),
        };
      }),
  );
  const go = translate('commands.go');
  const look = translate('commands.look');
  return [
    ...here,
    ...placesFor(permissions).map((place) => ({
      id: `go-${place.key}`,
      group: go,
      label: translate(place.label),
      run: () => void navigate(place.to),
    })),
    { id: 'go-profile', group: go, label: translate('nav.profile'), run: () => void navigate('/profile') },
    ...APPEARANCES.filter((one) => one !== appearance).map((one) => ({
      id: `look-${one}`,
      group: look,
      label: `${translate('theme.label')}: ${translate(`theme.${one}`)}`,
      run: () => setAppearance(one),
    })),
    ...Object.entries(LANGUAGES)
      .filter(([code]) => code !== locale)
      .map(([code, name]) => ({
        id: `language-${code}`,
        group: look,
        label: `${translate('language.label')}: ${name}`,
        run: () => void setLocale(code),
      })),
    {
      id: 'help',
      group: translate('commands.other'),
      label: translate('nav.shortcuts'),
      keys: '?',
      run: onHelp,
    },
    {
      id: 'out',
      group: translate('commands.other'),
      label: translate('nav.signOut'),
      run: () => void logout(),
    },
  ];
}
