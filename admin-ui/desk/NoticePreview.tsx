import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Preview } from './use-preview.ts';

/** Exactly what will be sent. It keeps its height while it loads, so that nothing jumps. */
export function NoticePreview({ preview }: { preview: Preview }) {
  const translate = useTranslate();
  return (
    <Box sx={{ mt: 2 }}>
      <Typography variant="caption" component="h3" color="text.secondary" sx={{ fontWeight: 560, mb: 0.5 }}>
        {translate('desk.panel.preview')}
      </Typography>
      <Box
        lang={preview.answer?.locale}
        aria-live="polite"
        sx={{
          p: 1.5,
          minHeight: 118,
          borderRadius: 2,
          bgcolor: 'background.paper',
          border: 1,
          borderColor: 'divider',
          fontSize: 13,
          lineHeight: 1.55,
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          color: preview.failed ? 'text.secondary' : 'text.primary',
          opacity: preview.stale ? 0.6 : 1,
        }}
      >
        {preview.failed ? translate('desk.panel.previewFailed') : (preview.answer?.text ?? '')}
      </Box>
    </Box>
  );
}
