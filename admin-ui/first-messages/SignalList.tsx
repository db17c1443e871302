import { Box } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Signal } from '../../api/signals/contract.ts';
import { countedIn, listed } from './signals.ts';

/** Every signal with what it rests on. */
export function SignalList({ signals }: { signals: readonly Signal[] }) {
  const translate = useTranslate();
  const worded = (evidence: string) => {
    const counted = countedIn(evidence);
    return counted === null ? evidence : translate(`firstMessages.traffic.${counted.key}`, counted.count);
  };
  return (
    <Box
      component="ul"
      aria-label={translate('firstMessages.message.signals')}
      sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}
    >
      {listed(signals).map(({ kind, severity, evidence, count }) => (
        <Box
          component="li"
          key={`${kind} ${evidence}`}
          sx={{
            display: 'flex',
            gap: 1,
            fontSize: 13,
            lineHeight: '20px',
            alignItems: 'baseline',
            overflowWrap: 'anywhere',
          }}
        >
          <Box
            component="span"
            sx={{
              px: 0.75,
              borderRadius: 1,
              bgcolor: `signal.${severity}`,
              fontSize: 12,
              fontWeight: 560,
              whiteSpace: 'nowrap',
              flexShrink: 0,
            }}
          >
            {translate(`firstMessages.signal.${kind}`)}
          </Box>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 12, flexShrink: 0 }}>
            {translate(`firstMessages.severity.${severity}`)}
          </Box>
          <Box
            component="span"
            sx={{
              minWidth: 0,
              display: '-webkit-box',
              WebkitLineClamp: 2,
              WebkitBoxOrient: 'vertical',
              overflow: 'hidden',
            }}
          >
            {worded(evidence)}
            {count > 1 && ` (${String(count)}×)`}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
