import { useListContext } from 'react-admin';
import { ExportDialog } from '../ui/ExportDialog.tsx';
import { toQuery } from './query.ts';

/** Takes the cases that the list's filter finds out as a file. */
export function ExportButton() {
  const { filterValues } = useListContext() as { filterValues: Record<string, unknown> };
  return <ExportDialog path="/cases/export" filter={toQuery(filterValues)} />;
}
