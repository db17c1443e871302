import type { Query } from '../providers/http.ts';

/** The filter of the list as the API takes it: days become moments, "mine" a holder, and no status means every one. */
export function toQuery(filter: Record<string, unknown>): Query {
  const { mine, status, ...rest } = filter;
  const query: Record<string, string | number | boolean> = {
    queue: 'first-messages',
    status: typeof status === 'string' ? status : 'all',
    sort: 'newest',
  };
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === '') continue;
    if (name.endsWith('From')) query[name] = startOfDay(value as string);
    else if (name.endsWith('To')) query[name] = endOfDay(value as string);
    else query[name] = value as string | number | boolean;
  }
  if (mine === true) query.decidedBy = 'me';
  return query;
}

function startOfDay(day: string): string {
  return new Date(`${day.slice(0, 10)}T00:00:00`).toISOString();
}

function endOfDay(day: string): string {
  return new Date(`${day.slice(0, 10)}T23:59:59.999`).toISOString();
}
