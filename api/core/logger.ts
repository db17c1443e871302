import { destination, type Logger, pino } from 'pino';

export type { Logger };

/**
 * A JSON logger. Personal data and secrets never belong in a log line; what slips in under these names is cut out.
 * Everything goes to standard error, so that a command's standard output is its result and nothing else.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'password',
          'email',
          'phone',
          'text',
          'cookie',
          'authorization',
          '*.password',
          '*.email',
          '*.phone',
          '*.text',
        ],
        remove: true,
      },
    },
    destination({ fd: 2, sync: false }),
  );
}
