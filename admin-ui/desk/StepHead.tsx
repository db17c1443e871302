import BackIcon from '@mui/icons-material/ArrowBack';
import { Box, IconButton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { useDesk } from './use-desk.ts';

/** The title of a step of the panel; from every further one there is a way back. */
export function StepHead({ title, back = false }: { title: string; back?: boolean }) {
  const translate = useTranslate();
  const { actions } = useDesk();
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minHeight: 32, mb: 1 }}>
      {back && (
        <IconButton
          size="small"
          aria-label={translate('desk.panel.back')}
          aria-keyshortcuts="Escape"
          onClick={() => actions.back()}
          sx={{ ml: -0.5 }}
        >
          <BackIcon fontSize="small" />
        </IconButton>
      )}
      <Typography variant="h2" sx={{ fontSize: 15 }}>
        {title}
      </Typography>
    </Box>
  );
}
