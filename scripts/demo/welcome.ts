import { DEMO_STAFF } from '../../seeds/demo.ts';

const ROLE_WORK: Readonly<Record<string, string>> = {
  moderator: 'decides on first messages',
  claims_officer: 'sees members (its desk is not built yet)',
  account_manager: 'sees members (its desk is not built yet)',
  support_agent: 'sees members (its desk is not built yet)',
  lead: 'takes over, reverses, sets the policy',
  auditor: 'reads the event log',
  admin: 'staff, API keys, webhooks',
};

/** The sign-ins as a table, one row per account. */
function signIns(): string {
  const rows = [
    ['role', 'e-mail', 'password', ''],
    ...DEMO_STAFF.map(({ role, email, password }) => [role, email, password, ROLE_WORK[role] ?? '']),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** What a newcomer needs to know, once everything runs. */
export function welcome(url: string): string {
  return `
Gatehouse runs at ${url}

${signIns()}

  Console           ${url}/ (open it in a browser, and sign in as one of these)
  API description   ${url}/openapi.json
  Work a case       in the console; or with curl: README.md, "Work a case by hand"
  Stop              Ctrl-C; starting again goes on where it stopped, --reset starts over

`;
}
