import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import { Box, IconButton, Table, TableBody, TableCell, TableRow, TextField, Typography } from '@mui/material';
import { useLocale, useTranslate } from 'react-admin';
import type { Interval, IsoWeekday, Week } from '../../api/calendar/contract.ts';

const DAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];
const MONDAY = Date.UTC(2024, 0, 1);

function dayName(day: IsoWeekday, locale: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (day - 1) * 86_400_000,
  );
}

interface HoursProps {
  intervals: Interval[];
  label: string;
  disabled: boolean;
  onChange: (intervals: Interval[]) => void;
}

/** The opening hours of one day; a break is the gap between two intervals. */
export function DayIntervals({ intervals, label, disabled, onChange }: HoursProps) {
  const translate = useTranslate();
  const set = (index: number, change: Partial<Interval>) =>
    onChange(intervals.map((one, i) => (i === index ? { ...one, ...change } : one)));
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      {intervals.length === 0 && (
        <Typography variant="body2" color="text.secondary">
          {translate('settings.calendar.closed')}
        </Typography>
      )}
      {intervals.map((one, index) => (
        <Box key={index} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
          {(['open', 'close'] as const).map((end) => (
            <TextField
              key={end}
              value={one[end]}
              disabled={disabled}
              onChange={(event) => set(index, { [end]: event.target.value })}
              sx={{ width: 84, '& input': { px: 1, textAlign: 'center' } }}
              slotProps={{
                htmlInput: {
                  'aria-label': `${label}: ${translate(`settings.calendar.${end}`)} ${index + 1}`,
                  inputMode: 'numeric',
                  maxLength: 5,
                },
              }}
            />
          ))}
          {!disabled && (
            <IconButton
              size="small"
              aria-label={`${label}: ${translate('settings.calendar.remove')} ${index + 1}`}
              onClick={() => onChange(intervals.filter((_, i) => i !== index))}
            >
              <CloseIcon fontSize="small" />
            </IconButton>
          )}
        </Box>
      ))}
      {!disabled && (
        <IconButton
          size="small"
          aria-label={`${label}: ${translate('settings.calendar.add')}`}
          onClick={() =>
            onChange([...intervals, { open: intervals.at(-1)?.close ?? '09:00', close: '18:00' }])
          }
        >
          <AddIcon fontSize="small" />
        </IconButton>
      )}
    </Box>
  );
}

/** The hours of a week, Monday first (ISO 8601). */
export function WeekHours({
  week,
  disabled,
  onChange,
}: {
  week: Week;
  disabled: boolean;
  onChange: (week: Week) => void;
}) {
  const locale = useLocale();
  return (
    <Table size="small">
      <TableBody>
        {DAYS.map((day) => (
          <TableRow key={day}>
            <TableCell
              component="th"
              scope="row"
              sx={{ width: { xs: 84, sm: 128 }, pl: 0, pr: { xs: 0.5, sm: 2 } }}
            >
              {dayName(day, locale ?? 'en')}
            </TableCell>
            <TableCell sx={{ px: { xs: 0, sm: 2 } }}>
              <DayIntervals
                intervals={week[day]}
                label={dayName(day, locale ?? 'en')}
                disabled={disabled}
                onChange={(intervals) => onChange({ ...week, [day]: intervals })}
              />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
