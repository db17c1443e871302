import { Box, Button } from '@mui/material';
import { useMemo, useState } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { Signal } from '../../api/signals/contract.ts';
import { cutAt } from '../desk/highlight.ts';
import { MarkedText } from './MarkedText.tsx';
import { isOfTraffic } from './signals.ts';

const LONG = 2_400;

/** The message itself: the reading is the work. A very long one shows its beginning first. */
export function MessageText({
  text,
  signals,
  language,
}: {
  text: string;
  signals: readonly Signal[];
  language: string;
}) {
  const translate = useTranslate();
  const locale = useLocale();
  const [whole, setWhole] = useState(false);
  const placed = useMemo(() => signals.filter((signal) => !isOfTraffic(signal)), [signals]);
  const long = text.length > LONG * 1.25;
  const shown = long && !whole ? text.slice(0, cutAt(text, LONG)) : text;
  // what is folded away must not hide what matters
  const below = placed.filter((signal) => signal.end > shown.length).length;
  if (text === '') {
    return (
      <Box sx={{ color: 'text.secondary', fontSize: 14 }}>{translate('firstMessages.message.empty')}</Box>
    );
  }
  return (
    <Box>
      <Box
        lang={language}
        data-message=""
        sx={{
          fontSize: 16,
          lineHeight: 1.7,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          wordBreak: language.startsWith('ko') ? 'keep-all' : 'normal',
        }}
      >
        <MarkedText text={shown} signals={placed} />
        {shown !== text && '…'}
      </Box>
      {below > 0 && (
        <Box
          component="span"
          sx={{
            display: 'inline-block',
            mt: 1,
            mr: 1,
            px: 0.75,
            borderRadius: 1,
            fontSize: 12.5,
            bgcolor: 'signal.medium',
          }}
        >
          {translate('firstMessages.message.hidden', below)}
        </Box>
      )}
      {long && (
        <Button
          size="small"
          aria-expanded={whole}
          onClick={() => setWhole(!whole)}
          sx={{ mt: 1, ml: below > 0 ? 0 : -1.5 }}
        >
          {whole
            ? translate('firstMessages.message.less')
            : translate('firstMessages.message.all', {
                count: new Intl.NumberFormat(locale).format(text.length),
              })}
        </Button>
      )}
    </Box>
  );
}
