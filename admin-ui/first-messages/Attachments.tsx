import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import ImageIcon from '@mui/icons-material/ImageOutlined';
import { Box, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { Attachment } from '../../api/marketplace/contract.ts';
import { fileSize } from './file-size.ts';

/** The files of a message, by name, size and type. They are never fetched: they lie on another host. */
export function Attachments({ files }: { files: readonly Attachment[] }) {
  const translate = useTranslate();
  const locale = useLocale();
  if (files.length === 0) return null;
  return (
    <Box sx={{ mt: 2 }}>
      <Box
        component="ul"
        aria-label={translate('firstMessages.attachments.title')}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 0.5 }}
      >
        {files.map((file, i) => (
          <Box
            component="li"
            key={`${file.name}${String(i)}`}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 1,
              px: 1.25,
              minHeight: 36,
              border: 1,
              borderColor: 'divider',
              borderRadius: 2,
              fontSize: 13,
            }}
          >
            <Box
              component="span"
              sx={{ display: 'inline-flex', color: 'text.secondary', '& svg': { fontSize: 18 } }}
            >
              {file.mediaType.startsWith('image/') ? <ImageIcon /> : <FileIcon />}
            </Box>
            <Box
              component="span"
              sx={{
                flex: 1,
                minWidth: 0,
                overflow: 'hidden',
                textOverflow: 'ellipsis',
                whiteSpace: 'nowrap',
              }}
            >
              {file.name}
            </Box>
            <Box component="span" sx={{ color: 'text.secondary', fontSize: 12, whiteSpace: 'nowrap' }}>
              {fileSize(file.size, locale)} · {file.mediaType}
            </Box>
          </Box>
        ))}
      </Box>
      <Typography variant="caption" color="text.secondary" component="p" sx={{ mt: 0.5 }}>
        {translate('firstMessages.attachments.unopened')}
      </Typography>
    </Box>
  );
}
