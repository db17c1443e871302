import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { loadLanguage, preferredLanguage } from './i18n/languages.ts';

const language = preferredLanguage();
await loadLanguage(language);
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App language={language} />
    </StrictMode>,
  );
}
