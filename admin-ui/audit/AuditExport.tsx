import { ExportDialog } from '../ui/ExportDialog.tsx';

/** Takes the events of the list out as a file. */
export function AuditExport({ filter }: { filter: Record<string, string | number> }) {
  const { limit: _, ...rest } = filter;
  const asked = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  return <ExportDialog path="/audit/export" filter={asked} />;
}
