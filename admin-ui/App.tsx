import { lazy, Suspense, useMemo } from 'react';
import { Admin, CustomRoutes, localStorageStore } from 'react-admin';
import polyglotI18nProvider from 'ra-i18n-polyglot';
import { Route } from 'react-router-dom';
import { Home } from './dashboard/Home.tsx';
import { FirstMessagesDesk } from './first-messages/FirstMessagesDesk.tsx';
import { isLanguage, LANGUAGES, type Language, loadedMessages, loadLanguage } from './i18n/languages.ts';
import { Layout } from './layout/Layout.tsx';
import { PageLoading } from './layout/PageLoading.tsx';
import { SignInPage } from './layout/SignInPage.tsx';
import { authProvider } from './providers/auth-provider.ts';
import { dataProvider } from './providers/data-provider.ts';
import { LiveProvider } from './providers/live.tsx';
import { darkTheme, lightTheme } from './theme/theme.ts';

const Cases = lazy(() => import('./cases/CasesPage.tsx'));

const store = localStorageStore('1', 'gatehouse');

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
  return (
    <Admin
      title="Gatehouse"
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      store={store}
      layout={({ children }) => (
        <LiveProvider>
          <Layout>{children}</Layout>
        </LiveProvider>
      )}
      loginPage={SignInPage}
      dashboard={Home}
      theme={lightTheme}
      darkTheme={darkTheme}
      requireAuth
      disableTelemetry
    >
      <CustomRoutes>
        <Route path="/first-messages" element={<FirstMessagesDesk />} />
        <Route path="/first-messages/:caseId" element={<FirstMessagesDesk />} />
        <Route
          path="/cases"
          element={
            <Suspense fallback={<PageLoading />}>
              <Cases />
            </Suspense>
          }
        />
      </CustomRoutes>
    </Admin>
  );
}
