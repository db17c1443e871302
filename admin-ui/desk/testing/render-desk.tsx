import { ThemeProvider } from '@mui/material/styles';
import { createTheme } from '@mui/material';
import { render } from '@testing-library/react';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import type { ReactNode } from 'react';
import { I18nContextProvider } from 'react-admin';
import type { CaseDetail } from '../../../api/cases/contract.ts';
import { firstMessagesDesk } from '../../first-messages/definition.tsx';
import { en } from '../../i18n/en.ts';
import type { Me } from '../../providers/session.ts';
import { lightTheme } from '../../theme/theme.ts';
import { createActions } from '../actions.ts';
import { createDeskWork } from '../desk-work.ts';
import { createQueueWork } from '../queue-work.ts';
import type { Desk } from '../desk-parts.ts';
import { type ActiveDesk, DeskProvider } from '../use-desk.ts';
import { KIM } from './cases.ts';
import { fakeApi } from './fake-api.ts';

const theme = createTheme(lightTheme);
const i18n = polyglotI18nProvider(() => en, 'en');

/** A desk in English with a fake server, and a part of it on screen. */
export function renderDesk(ui: ReactNode, waiting: string[] = []) {
  const api = fakeApi(waiting);
  const list = createQueueWork(api, 'first-messages');
  const work = createDeskWork({
    api,
    queue: 'first-messages',
    me: KIM,
    now: Date.now,
    attended: () => true,
    focused: () => true,
    typing: () => false,
    onCase: list.live,
    onSignedOut: () => {},
  });
  const me: Me = {
    ...KIM,
    email: '',
    locale: 'ko',
    roles: ['moderator'],
    permissions: ['first-messages.decide'],
  };
  const made: Desk = { definition: firstMessagesDesk, api, work, list, me, may: { decide: true } };
  const desk: ActiveDesk = { ...made, actions: createActions(made) };
  const view = render(
    <I18nContextProvider value={i18n}>
      <ThemeProvider theme={theme}>
        <DeskProvider value={desk}>{ui}</DeskProvider>
      </ThemeProvider>
    </I18nContextProvider>,
  );
  return { ...view, api, work, list, desk };
}

/** Puts a case on screen that is held by nobody here. */
export async function show(desk: ReturnType<typeof renderDesk>, detail: CaseDetail): Promise<void> {
  desk.api.detail.mockResolvedValue(detail);
  await desk.work.open(detail.id, null, false);
}
