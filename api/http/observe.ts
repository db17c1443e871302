import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Logger } from '../core/logger.ts';

/** What `/metrics` tells besides the requests: read from the database when somebody asks. */
export interface GaugeReading {
  name: string;
  help: string;
  read: () => Promise<{ labels: Record<string, string>; value: number }[]>;
}

/** Counts and times requests, and logs the ones that failed. Paths with ids never become label values. */
export function createObservation({ logger, gauges }: { logger: Logger; gauges: readonly GaugeReading[] }) {
  const registry = new Registry();
  const durations = new Histogram({
    name: 'gatehouse_http_request_seconds',
    help: 'Time to answer, by route and status class',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const errors = new Counter({
    name: 'gatehouse_http_errors_total',
    help: 'Answers of 500 and above',
    registers: [registry],
  });
  for (const { name, help, read } of gauges) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: ['queue', 'status', 'kind'],
      registers: [registry],
      async collect() {
        gauge.reset();
        for (const { labels, value } of await read()) gauge.set(labels, value);
      },
    });
  }

  const middleware: RequestHandler = (req, res, next) => {
    const start = performance.now();
    res.once('finish', () => {
      const seconds = (performance.now() - start) / 1000;
      const route = (req.route as { path?: string } | undefined)?.path ?? 'unknown';
      const status = `${Math.floor(res.statusCode / 100)}xx`;
      durations.observe({ method: req.method, route, status }, seconds);
      if (res.statusCode >= 500) errors.inc();
      if (logger.isLevelEnabled('debug')) {
        logger.debug(
          { method: req.method, route, status: res.statusCode, ms: Math.round(seconds * 1e4) / 10 },
          'request',
        );
      }
    });
    next();
  };

  return { middleware, metrics: () => registry.metrics(), contentType: registry.contentType };
}
