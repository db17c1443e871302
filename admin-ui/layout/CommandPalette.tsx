import SearchIcon from '@mui/icons-material/Search';
import {
  Box,
  Dialog,
  InputBase,
  List,
  ListItemButton,
  ListItemText,
  ListSubheader,
  Typography,
} from '@mui/material';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Kbd } from '../desk/Kbd.tsx';
import { type Command, useCommands } from './use-commands.ts';

/** Commands whose words hold every word that was typed, in any order. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return commands.filter(({ label, group }) => {
    const text = `${group} ${label}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function Results({
  id,
  found,
  active,
  onRun,
}: {
  id: string;
  found: Command[];
  active: number;
  onRun: (command: Command) => void;
}) {
  const translate = useTranslate();
  if (found.length === 0) {
    return (
      <Typography variant="body2" color="text.secondary" sx={{ p: 3, textAlign: 'center' }}>
        {translate('commands.none')}
      </Typography>
    );
  }
  return (
    <List
      id={id}
      role="listbox"
      aria-label={translate('nav.commands')}
      sx={{ overflowY: 'auto', maxHeight: '50vh', py: 1 }}
    >
      {found.map((command, index) => (
        <Box key={command.id} component="li" role="presentation">
          {found[index - 1]?.group !== command.group && (
            <ListSubheader component="div" sx={{ lineHeight: '28px', fontSize: 12, bgcolor: 'transparent' }}>
              {command.group}
            </ListSubheader>
          )}
          <ListItemButton
            component="div"
            role="option"
            id={`${id}-${index}`}
            aria-selected={index === active}
            selected={index === active}
            tabIndex={-1}
            onClick={() => onRun(command)}
            sx={{ mx: 1, borderRadius: 2, py: 0.5 }}
          >
            <ListItemText primary={command.label} slotProps={{ primary: { sx: { fontSize: 14 } } }} />
            {command.keys !== undefined && <Kbd name={command.keys} spoken />}
          </ListItemButton>
        </Box>
      ))}
    </List>
  );
}

/** Everything that can be done here, found by typing (Ctrl/⌘-K). */
export function CommandPalette({
  open,
  onClose,
  onHelp,
}: {
  open: boolean;
  onClose: () => void;
  onHelp: () => void;
}) {
  const translate = useTranslate();
  const id = useId();
  const commands = useCommands(onHelp);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);
  const found = matching(commands, typed);
  const close = () => {
    setTyped('');
    setActive(0);
    onClose();
  };
  const run = (command: Command) => {
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const next = (active + step + found.length) % found.length;
      setActive(next);
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const command = found[active];
      if (command !== undefined) run(command);
    }
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      fullWidth
      maxWidth="sm"
      aria-label={translate('nav.commands')}
      sx={{ '& .MuiDialog-container': { alignItems: 'flex-start' } }}
      slotProps={{ paper: { sx: { mt: '12vh' } } }}
    >
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 1.5,
          px: 2.5,
          height: 54,
          borderBottom: 1,
          borderColor: 'divider',
        }}
      >
        <SearchIcon sx={{ color: 'text.secondary', fontSize: 20 }} />
        <InputBase
          autoFocus
          fullWidth
          value={typed}
          placeholder={translate('commands.placeholder')}
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          inputProps={{
            role: 'combobox',
            'aria-label': translate('commands.placeholder'),
            'aria-expanded': true,
            'aria-controls': id,
            'aria-activedescendant': found.length > 0 ? `${id}-${active}` : undefined,
          }}
        />
      </Box>
      <Results id={id} found={found} active={active} onRun={run} />
    </Dialog>
  );
}
