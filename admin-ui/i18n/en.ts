import raEnglish from 'ra-language-english';

/** English, the shape that every other language has to have. Plurals: `one |||| many`. */
export const en = {
  ra: raEnglish.ra,
  app: {
    name: 'Gatehouse',
    skip: 'Skip to content',
    menu: 'Menu',
    close: 'Close',
    search: 'Search',
    loading: 'Loading…',
  },
  signIn: {
    title: 'Sign in to Gatehouse',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail or password is wrong.',
    throttled: 'Too many tries. Try again in %{minutes} min.',
    expired: 'This first password has expired. Ask an administrator for a new one.',
    offline: 'The server cannot be reached. Check your connection.',
  },
  nav: {
    home: 'Home',
    desks: 'Desks',
    firstMessages: 'First messages',
    allCases: 'All cases',
    settings: 'Settings',
    audit: 'Audit',
    profile: 'Profile',
    signOut: 'Sign out',
    waiting: '%{count} waiting, oldest %{age}',
    commands: 'Commands',
    shortcuts: 'Keyboard shortcuts',
  },
  theme: { label: 'Appearance', system: 'System', light: 'Light', dark: 'Dark' },
  language: { label: 'Language' },
  connection: { lost: 'Connection lost. Trying again…', back: 'Connected again' },
  failure: {
    title: 'Something went wrong',
    text: 'This page could not be shown. What you decided is safe on the server.',
    retry: 'Try again',
    home: 'Go to the start page',
    notFound: 'There is nothing at this address',
    forbidden: 'Your role does not allow this page',
    forbiddenText: 'If you need it for your work, ask a lead or an administrator.',
  },
} as const;
