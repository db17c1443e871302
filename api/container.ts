import { createAudit } from './audit/audit.ts';
import { auditConsoleRoutes } from './audit/console-routes.ts';
import { createAuditExport } from './audit/export.ts';
import { auditRoutes } from './audit/routes.ts';
import { sealAudit } from './audit/seal.ts';
import { createVerification } from './audit/verification.ts';
import { createAuth } from './auth/auth.ts';
import { staffDirectory } from './auth/directory.ts';
import { purgeAuth } from './auth/purge.ts';
import { authRoutes } from './auth/routes.ts';
import { createCalendar } from './calendar/calendar.ts';
import { calendarRoutes } from './calendar/routes.ts';
import { createCaseDesk } from './cases/cases.ts';
import type { CasesDependencies } from './cases/context.ts';
import type { Desk } from './cases/desk.ts';
import { caseJobs } from './cases/jobs.ts';
import { createPresence } from './cases/presence.ts';
import { createCaseExport } from './cases/export.ts';
import { furtherCaseRoutes } from './cases/further-routes.ts';
import { createNoticePreview } from './cases/notice-preview.ts';
import { caseRoutes } from './cases/routes.ts';
import type { Clock } from './core/clock.ts';
import type { Config } from './core/config.ts';
import type { Logger } from './core/logger.ts';
import type { Queue } from './core/queues.ts';
import { createDatabaseGauges } from './db/gauges.ts';
import type { Database } from './db/database.ts';
import { createFirstMessagesDesk } from './first-messages/desk.ts';
import { createIntake } from './first-messages/intake.ts';
import { firstMessageJobs } from './first-messages/jobs.ts';
import { createPolicyPreview } from './first-messages/preview.ts';
import { policyPreviewRoutes } from './first-messages/preview-routes.ts';
import { firstMessageRoutes } from './first-messages/routes.ts';
import { createFirstMessages } from './first-messages/service.ts';
import { firstMessagePolicy, firstMessageTemplates } from './first-messages/setting.ts';
import { createObservation } from './http/observe.ts';
import { createJobQueue } from './jobs/jobs.ts';
import { maintenanceJobs } from './jobs/maintenance.ts';
import { createRelay, relayJob } from './jobs/relay.ts';
import { createLiveBus } from './live/live-bus.ts';
import { liveRoutes } from './live/routes.ts';
import { createLive } from './live/sse.ts';
import { createApiKeys } from './marketplace/api-keys.ts';
import { apiKeyRoutes } from './marketplace/api-keys-routes.ts';
import { EVENTS } from './marketplace/events-contract.ts';
import { createFeed } from './marketplace/feed.ts';
import { eventHandler } from './marketplace/feed-relay.ts';
import { feedRoutes } from './marketplace/feed-routes.ts';
import { createIdempotency, purgeIdempotency } from './marketplace/idempotency.ts';
import { importRoutes } from './marketplace/import-routes.ts';
import { createImports, recordImports } from './marketplace/imports.ts';
import { recordRoutes } from './marketplace/records-routes.ts';
import { createDispatcher } from './marketplace/webhooks-dispatcher.ts';
import { webhookJobs } from './marketplace/webhooks-jobs.ts';
import { webhooksView } from './marketplace/webhooks-list-view.ts';
import { webhookRoutes } from './marketplace/webhooks-routes.ts';
import { createSender } from './marketplace/webhooks-send.ts';
import { createWebhooks } from './marketplace/webhooks.ts';
import { myRoutes } from './me/routes.ts';
import { createNotices } from './notices/notices.ts';
import { noticeRoutes } from './notices/routes.ts';
import { cachedSetting, createSettings } from './settings/settings.ts';
import { viewRoutes } from './views/routes.ts';
import { createViews } from './views/views.ts';

const LEASE_MS = 5 * 60_000;

export interface ContainerDependencies {
  config: Config;
  database: Database;
  clock: Clock;
  logger: Logger;
}

/** The composition root: the one place that knows every feature, and wires them together. */
export function createContainer({ config, database, clock, logger }: ContainerDependencies) {
  const bus = createLiveBus(config, logger);
  const jobQueue = createJobQueue(config, logger);
  const audit = createAudit({ clock });
  const auth = createAuth({ clock, audit, live: bus }, database);
  const settings = createSettings({ clock });
  const calendar = createCalendar({ settings, database, clock, timeZone: config.timeZone });
  const policy = cachedSetting(settings, firstMessagePolicy, database, clock);
  const templates = cachedSetting(settings, firstMessageTemplates, database, clock);
  const notices = createNotices({ clock });

  const desks: Record<Queue, Desk> = {
    'first-messages': createFirstMessagesDesk({ settings, notices, policy }),
  };
  const deskOf = (queue: Queue) => desks[queue];
  const engine: CasesDependencies = {
    clock,
    live: bus,
    undoWindowMs: config.undoWindowMs,
    leaseMs: LEASE_MS,
    deskOf,
    staffWith: (trx, permission) => staffDirectory(trx).activeWithPermission(permission),
    businessClock: (trx) => calendar.businessTime(trx),
  };
  const caseDesk = createCaseDesk(engine, database);
  const presence = createPresence({ database, clock, live: bus, view: caseDesk.view });
  const intake = createIntake({ database, clock, cases: caseDesk.cases, policy, calendar });
  const firstMessages = createFirstMessages({ cases: caseDesk.cases, settings, notices });

  const apiKeys = createApiKeys({ clock, audit });
  const keys = apiKeys(database.knex);
  const idempotency = createIdempotency({ clock })(database.knex);
  const imports = createImports({
    database,
    audit,
    logger,
    resources: [...recordImports({ database, clock }), intake.resource],
  });
  const webhooks = createWebhooks({ database, clock, audit, url: config.webhookUrl });
  const send = createSender({ secrets: config.webhookSecrets, timeoutMs: config.webhookTimeoutMs, clock });
  const dispatcher = createDispatcher({
    database,
    clock,
    audit,
    logger,
    send,
    timeoutMs: config.webhookTimeoutMs,
  });
  const relay = createRelay({ database, clock, handlers: { event: eventHandler(webhooks) } });
  const live = createLive({ bus, clock, logger });
  const verification = createVerification({ database, clock, logger });
  const now = () => clock.now();

  const routes = [
    ...authRoutes({ auth, database, publicUrl: config.publicUrl }),
    ...caseRoutes({ desk: caseDesk, presence, now }),
    ...furtherCaseRoutes({
      previewNotice: createNoticePreview({ database, view: caseDesk.view, deskOf }),
      exportCases: createCaseExport({ database, clock, view: caseDesk.view, deskOf }),
    }),
    ...viewRoutes({ views: createViews({ database, clock }) }),
    ...myRoutes({ database, clock, calendar, view: caseDesk.view }),
    ...firstMessageRoutes({ database, intake, firstMessages, settings, policy, templates, now }),
    ...policyPreviewRoutes({ preview: createPolicyPreview({ database, clock, settings, calendar }) }),
    ...recordRoutes({ database, clock, audit }),
    ...noticeRoutes({ database }),
    ...feedRoutes(createFeed({ database })),
    ...importRoutes({ imports }),
    ...apiKeyRoutes({ database, apiKeys }),
    ...webhookRoutes({ webhooks, view: webhooksView(database), clock }),
    ...calendarRoutes({ settings, calendar, database }),
    ...auditRoutes({ database }),
    ...auditConsoleRoutes({
      database,
      timeZone: config.timeZone,
      verification,
      exportAudit: createAuditExport({ database, clock }),
    }),
    ...liveRoutes({ live, whoIs: auth.peekStaff }),
  ];

  const jobs = [
    relayJob(relay),
    ...webhookJobs({ database, clock, dispatcher, timeZone: config.timeZone }),
    ...caseJobs(caseDesk),
    ...firstMessageJobs({ database, clock, cases: caseDesk.cases, policy, calendar }),
    ...maintenanceJobs({
      timeZone: config.timeZone,
      seal: async () => {
        const sealed = await sealAudit(database, clock);
        if (sealed !== undefined)
          logger.info({ checkpoint: sealed.seq, hash: sealed.hash, streams: sealed.streams }, 'audit sealed');
      },
      purge: async () => {
        await purgeAuth(database.knex, now());
        await purgeIdempotency(database.knex, now());
      },
    }),
  ];

  return {
    config,
    database,
    clock,
    logger,
    routes,
    jobs,
    jobQueue,
    audit,
    auth,
    apiKeys,
    imports,
    /** What the marketplace may be told of. */
    events: EVENTS,
    live,
    intake,
    caseDesk,
    webhooks,
    authenticator: {
      staff: auth.staffFromConnection,
      marketplace: (header: string | undefined) => keys.resolve(header),
    },
    idempotency,
    observation: createObservation({ logger, gauges: createDatabaseGauges(database, clock) }),

    /** Resolves where database and jobs can be reached. */
    async ready(): Promise<void> {
      await Promise.all([database.ping(), jobQueue.ping()]);
    },

    /** Works the jobs in this process. */
    async work(): Promise<void> {
      await jobQueue.work(jobs);
    },

    /** No new work; the work in hand is finished. */
    async close(): Promise<void> {
      live.closeAll();
      await Promise.all([dispatcher.close(), jobQueue.close(), verification.close()]);
      auth.close();
      await bus.close();
      await database.close();
    },
  };
}

export type Container = ReturnType<typeof createContainer>;
