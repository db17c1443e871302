import polyglotI18nProvider from 'ra-i18n-polyglot';
import { lazy, type ReactNode, useMemo } from 'react';
import { Admin, CustomRoutes, localStorageStore } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { Home } from './dashboard/Home.tsx';
import { FirstMessagesDesk } from './first-messages/FirstMessagesDesk.tsx';
import { isLanguage, LANGUAGES, type Language, loadedMessages, loadLanguage } from './i18n/languages.ts';
import { Layout } from './layout/Layout.tsx';
import { NotFound } from './layout/NotFound.tsx';
import { Only } from './layout/Only.tsx';
import { SignInPage } from './layout/SignInPage.tsx';
import { authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { LiveProvider } from './providers/live.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';

const CasesPage = lazy(() => import('./cases/CasesPage.tsx'));
const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx'));
const AuditPage = lazy(() => import('./audit/AuditPage.tsx'));
const ProfilePage = lazy(() => import('./profile/ProfilePage.tsx'));

const store = localStorageStore('1', 'gatehouse');

function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <LiveProvider>
      <Layout>{children}</Layout>
    </LiveProvider>
  );
}

/** The console. The sign-in, the start page and the desk come at once; everything else when it is opened. */
export function App({ language }: { language: Language }) {
  const i18nProvider = useMemo(
    () =>
      polyglotI18nProvider(
        (locale) =>
          isLanguage(locale) && locale !== language ? loadLanguage(locale) : loadedMessages(language),
        language,
        Object.entries(LANGUAGES).map(([locale, name]) => ({ locale, name })),
      ),
    [language],
  );
  const desk = (
    <Only needs="first-messages.view">
      <FirstMessagesDesk />
    </Only>
  );
  return (
    <BrowserRouter>
      <Admin
        title="Gatehouse"
        dataProvider={dataProvider}
        authProvider={authProvider}
        i18nProvider={i18nProvider}
        store={store}
        layout={ConsoleLayout}
        loginPage={SignInPage}
        dashboard={Home}
        catchAll={NotFound}
        theme={lightTheme}
        darkTheme={darkTheme}
        requireAuth
        disableTelemetry
      >
        <CustomRoutes>
          <Route path="/first-messages" element={desk} />
          <Route path="/first-messages/:caseId" element={desk} />
          <Route
            path="/cases"
            element={
              <Only needs="first-messages.view">
                <CasesPage />
              </Only>
            }
          />
          <Route path="/settings/*" element={<SettingsPage />} />
          <Route
            path="/audit"
            element={
              <Only needs="audit.view">
                <AuditPage />
              </Only>
            }
          />
          <Route path="/profile" element={<ProfilePage />} />
        </CustomRoutes>
      </Admin>
    </BrowserRouter>
  );
}
