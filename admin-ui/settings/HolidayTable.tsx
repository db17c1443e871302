import CloseIcon from '@mui/icons-material/Close';
import {
  Alert,
  Box,
  Button,
  IconButton,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField,
  Typography,
} from '@mui/material';
import { useState } from 'react';
import { useTranslate } from 'react-admin';
import type { Holiday } from '../../api/calendar/contract.ts';
import { api } from '../providers/http.ts';
import { Section } from '../ui/Page.tsx';
import { useProblemText } from '../ui/problem.ts';

interface HolidayTableProps {
  holidays: Holiday[];
  country: string;
  disabled: boolean;
  onChange: (holidays: Holiday[]) => void;
}

function inOrder(holidays: readonly Holiday[]): Holiday[] {
  return [...holidays].sort((a, b) => a.date.localeCompare(b.date));
}

/** Days on which nobody works. A library proposes them; what stands in this table is what counts. */
export function HolidayTable({ holidays, country, disabled, onChange }: HolidayTableProps) {
  const translate = useTranslate();
  const problem = useProblemText();
  const [year, setYear] = useState(new Date().getFullYear());
  const [failure, setFailure] = useState<string | null>(null);
  const text = (key: string) => translate(`settings.calendar.${key}`);
  const propose = async () => {
    setFailure(null);
    try {
      const { items } = await api.get<{ items: Holiday[] }>('/settings/calendar/proposal', { country, year });
      const known = new Set(holidays.map((one) => one.date));
      onChange(inOrder([...holidays, ...items.filter((one) => !known.has(one.date))]));
    } catch (error) {
      setFailure(problem(error));
    }
  };
  const set = (index: number, change: { date?: string; name?: string }) =>
    onChange(holidays.map((one, i) => (i === index ? { ...one, ...change } : one)));
  return (
    <Section
      title={text('holidays')}
      text={text('holidaysText')}
      actions={
        disabled ? undefined : (
          <Box sx={{ display: 'flex', gap: 1 }}>
            <TextField
              type="number"
              label={text('year')}
              value={year}
              onChange={(event) => setYear(Number(event.target.value))}
              sx={{ width: 104 }}
              slotProps={{ htmlInput: { min: 2020, max: 2100 } }}
            />
            <Button variant="outlined" onClick={() => void propose()}>
              {text('propose')}
            </Button>
            <Button
              variant="outlined"
              onClick={() =>
                onChange([...holidays, { date: `${year}-01-01`, name: text('newHoliday'), closed: true }])
              }
            >
              {text('add')}
            </Button>
          </Box>
        )
      }
    >
      {failure !== null && (
        <Alert severity="error" sx={{ mb: 2 }}>
          {failure}
        </Alert>
      )}
      {holidays.length === 0 ? (
        <Typography variant="body2" color="text.secondary">
          {text('noHolidays')}
        </Typography>
      ) : (
        <Table size="small">
          <TableHead>
            <TableRow>
              <TableCell sx={{ pl: 0 }}>{text('date')}</TableCell>
              <TableCell>{text('name')}</TableCell>
              <TableCell />
            </TableRow>
          </TableHead>
          <TableBody>
            {holidays.map((one, index) => (
              <TableRow key={index}>
                <TableCell sx={{ width: 170, pl: 0 }}>
                  <TextField
                    type="date"
                    value={one.date}
                    disabled={disabled}
                    onChange={(event) => set(index, { date: event.target.value })}
                    slotProps={{ htmlInput: { 'aria-label': `${text('date')} ${index + 1}` } }}
                  />
                </TableCell>
                <TableCell>
                  <TextField
                    value={one.name}
                    disabled={disabled}
                    fullWidth
                    onChange={(event) => set(index, { name: event.target.value })}
                    slotProps={{
                      htmlInput: { 'aria-label': `${text('name')} ${index + 1}`, maxLength: 120 },
                    }}
                  />
                </TableCell>
                <TableCell align="right" sx={{ width: 48 }}>
                  {!disabled && (
                    <IconButton
                      size="small"
                      aria-label={`${text('remove')}: ${one.name}`}
                      onClick={() => onChange(holidays.filter((_, i) => i !== index))}
                    >
                      <CloseIcon fontSize="small" />
                    </IconButton>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Section>
  );
}
