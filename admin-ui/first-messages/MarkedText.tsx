import { Box, Tooltip } from '@mui/material';
import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import { useTranslate } from 'react-admin';
import type { Severity, Signal } from '../../api/signals/contract.ts';
import { gravest, type Segment, segmentsOf } from '../desk/highlight.ts';

/** The pattern of the line says the severity to whom the colour says nothing. */
const LINE: Record<Severity, string> = { high: 'double', medium: 'solid', low: 'dotted' };

const Mark = styled('mark', { shouldForwardProp: (name) => name !== 'severity' })<{ severity: Severity }>(
  ({ theme, severity }) => ({
    background: theme.palette.signal[severity],
    color: 'inherit',
    borderRadius: 3,
    padding: '1px 0',
    textDecorationLine: 'underline',
    textDecorationStyle: LINE[severity] as 'solid',
    textDecorationThickness: severity === 'high' ? 1.5 : 1.5,
    textUnderlineOffset: 4,
    textDecorationColor:
      severity === 'high'
        ? theme.palette.error.main
        : severity === 'medium'
          ? theme.palette.warning.main
          : theme.palette.info.main,
    boxDecorationBreak: 'clone',
    WebkitBoxDecorationBreak: 'clone',
    cursor: 'help',
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}`, outlineOffset: 2 },
  }),
);

function Explained({ segment, severity }: { segment: Segment; severity: Severity }) {
  const translate = useTranslate();
  return (
    <Tooltip
      enterDelay={100}
      title={
        <Box component="span" sx={{ display: 'grid', gap: 0.75, py: 0.25, fontSize: 12.5 }}>
          {segment.signals.map((signal, i) => (
            <span key={`${signal.kind}${signal.start}${String(i)}`}>
              <b>{translate(`firstMessages.signal.${signal.kind}`)}</b>
              {` (${translate(`firstMessages.severity.${signal.severity}`)})`}
              <br />
              {shortened(segment.text)} = {shortened(signal.evidence)}
            </span>
          ))}
        </Box>
      }
    >
      {/* a mark explains itself to the keyboard, too */}
      <Mark severity={severity} tabIndex={0}>
        {segment.text}
      </Mark>
    </Tooltip>
  );
}

function shortened(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ');
  return flat.length > 60 ? `${flat.slice(0, 60)}…` : flat;
}

/** A text as it was written, with its signals marked where they stand. */
export const MarkedText = memo(function MarkedText({
  text,
  signals,
}: {
  text: string;
  signals: readonly Signal[];
}) {
  const segments = useMemo(() => segmentsOf(text, signals), [text, signals]);
  return (
    <>
      {segments.map((segment) => {
        const severity = gravest(segment.signals);
        if (severity === null) return <span key={segment.start}>{segment.text}</span>;
        return <Explained key={segment.start} segment={segment} severity={severity} />;
      })}
    </>
  );
});
