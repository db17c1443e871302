import { Alert, Button, Typography } from '@mui/material';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocale, useTranslate } from 'react-admin';
import { api } from '../providers/http.ts';
import { Section } from '../ui/Page.tsx';
import { useProblemText } from '../ui/problem.ts';
import { relativeTime } from '../ui/time.ts';

interface State {
  latest: {
    at: string;
    by: { id: string; name: string };
    ok: boolean;
    events: number;
    streams: number;
    problems: { stream: string; seq: number; problem: string }[];
  } | null;
  checkpoint: { at: string } | null;
}

const KEY = ['audit-verification'];

/** Whether the log is as it was written: the last time that somebody looked, and looking now. */
export function Verification() {
  const translate = useTranslate();
  const locale = useLocale() ?? 'en';
  const problem = useProblemText();
  const client = useQueryClient();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get<State>('/audit/verification', undefined, signal),
  });
  const run = useMutation({
    mutationFn: () => api.post('/audit/verification'),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const text = (key: string, values?: Record<string, unknown>) =>
    translate(`audit.verification.${key}`, values);
  const number = new Intl.NumberFormat(locale);
  const latest = data?.latest ?? null;
  return (
    <Section
      title={text('title')}
      text={
        data?.checkpoint
          ? text('checkpoint', { when: relativeTime(data.checkpoint.at, Date.now(), locale) })
          : undefined
      }
      actions={
        <Button variant="outlined" disabled={run.isPending} onClick={() => run.mutate()}>
          {text(run.isPending ? 'running' : 'run')}
        </Button>
      }
    >
      {run.error !== null && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {problem(run.error)}
        </Alert>
      )}
      {latest === null ? (
        <Typography variant="body2" color="text.secondary">
          {text('never')}
        </Typography>
      ) : latest.ok ? (
        <Alert severity="success">
          {text('ok', {
            events: number.format(latest.events),
            streams: number.format(latest.streams),
            when: relativeTime(latest.at, Date.now(), locale),
            name: latest.by.name,
          })}
        </Alert>
      ) : (
        <Alert severity="error">
          {text('broken', { smart_count: latest.problems.length })}
          <ul>
            {latest.problems.slice(0, 20).map((one) => (
              <li key={`${one.stream}#${one.seq}`}>{`${one.stream} #${one.seq}: ${one.problem}`}</li>
            ))}
          </ul>
        </Alert>
      )}
    </Section>
  );
}
