import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { z } from 'zod';

const emptyAsMissing = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyAsMissing, schema.optional());

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

const PROXY_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** An address, a network such as 10.0.0.0/8, or one of the names of networks that Express knows. */
function isProxy(proxy: string): boolean {
  if (PROXY_NETWORKS.includes(proxy)) return true;
  const [address = '', bits, ...more] = proxy.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

const listOf = (text: string) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');

const WEBHOOK_SECRETS = /^whsec_[A-Za-z0-9+/=]{24,}( whsec_[A-Za-z0-9+/=]{24,})*$/;

const Environment = z.object({
  PORT: z.preprocess(
    emptyAsMissing,
    z.coerce
      .number('must be a port, 0 to 65535')
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(65535, 'must be 65535 or less')
      .default(8080),
  ),
  HOST: z.preprocess(emptyAsMissing, z.string().default('127.0.0.1')),
  DATABASE_URL: z.preprocess(
    emptyAsMissing,
    z
      .string()
      .regex(/^(postgres(ql)?:\/\/|sqlite:.)/, 'must be postgres://… or sqlite:<path>')
      .default('sqlite:./var/gatehouse.sqlite'),
  ),
  DATABASE_POOL_SIZE: z.preprocess(emptyAsMissing, z.coerce.number().int().min(1).max(200).default(16)),
  REDIS_URL: optional(z.string().regex(/^rediss?:\/\//, 'must be redis://… or empty')),
  REDIS_PREFIX: z.preprocess(
    emptyAsMissing,
    z
      .string()
      .regex(/^[a-z0-9-]+$/, 'lower-case letters, digits and - only')
      .default('gatehouse'),
  ),
  MARKETPLACE_WEBHOOK_URL: optional(
    z
      .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
      .refine((url) => !/^https?:\/\/[^/]*@/.test(url), 'must not contain a user name or password'),
  ),
  MARKETPLACE_WEBHOOK_SECRET: optional(
    z
      .string()
      .regex(WEBHOOK_SECRETS, 'must be whsec_<base64>, or several with a space between while rotating'),
  ),
  WEBHOOK_TIMEOUT_SECONDS: z.preprocess(emptyAsMissing, z.coerce.number().min(1).max(30).default(20)),
  UNDO_WINDOW_SECONDS: z.preprocess(emptyAsMissing, z.coerce.number().min(0).max(600).default(10)),
  MARKETPLACE_TIME_ZONE: z.preprocess(
    emptyAsMissing,
    z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Seoul').default('Asia/Seoul'),
  ),
  FILES_DIR: z.preprocess(emptyAsMissing, z.string().default('./var/files')),
  LOG_LEVEL: z.preprocess(
    emptyAsMissing,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  PUBLIC_URL: optional(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' })),
  TRUSTED_PROXIES: z.preprocess(
    emptyAsMissing,
    z
      .string()
      .default('loopback')
      .transform(listOf)
      .refine(
        (proxies) => proxies.length > 0 && proxies.every(isProxy),
        `must be addresses or networks (10.0.0.0/8) with commas between, or ${PROXY_NETWORKS.join(', ')}`,
      ),
  ),
});

/** The settings of one process, validated. See `.env.example` for what each one means. */
export interface Config {
  port: number;
  host: string;
  databaseUrl: string;
  databasePoolSize: number;
  redisUrl: string | undefined;
  redisPrefix: string;
  webhookUrl: string | undefined;
  webhookSecrets: string[];
  webhookTimeoutMs: number;
  undoWindowMs: number;
  timeZone: string;
  filesDir: string;
  logLevel: string;
  publicUrl: string | undefined;
  /** Whose `X-Forwarded-For` is believed: addresses and networks, as Express takes them. */
  trustedProxies: string[];
}

/**
 * Reads the settings from an environment.
 * @throws Error with one line per wrong setting: its name, what is wrong, what is allowed.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const parsed = Environment.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`Wrong settings:\n${lines.join('\n')}`);
  }
  const settings = parsed.data;
  if (settings.MARKETPLACE_WEBHOOK_URL !== undefined && settings.MARKETPLACE_WEBHOOK_SECRET === undefined) {
    throw new Error(
      'Wrong settings:\n  MARKETPLACE_WEBHOOK_SECRET: is needed where MARKETPLACE_WEBHOOK_URL is set',
    );
  }
  return {
    port: settings.PORT,
    host: settings.HOST,
    databaseUrl: settings.DATABASE_URL,
    databasePoolSize: settings.DATABASE_POOL_SIZE,
    redisUrl: settings.REDIS_URL,
    redisPrefix: settings.REDIS_PREFIX,
    webhookUrl: settings.MARKETPLACE_WEBHOOK_URL,
    webhookSecrets: settings.MARKETPLACE_WEBHOOK_SECRET?.split(' ') ?? [],
    webhookTimeoutMs: settings.WEBHOOK_TIMEOUT_SECONDS * 1000,
    undoWindowMs: settings.UNDO_WINDOW_SECONDS * 1000,
    timeZone: settings.MARKETPLACE_TIME_ZONE,
    filesDir: settings.FILES_DIR,
    logLevel: settings.LOG_LEVEL,
    publicUrl: settings.PUBLIC_URL,
    trustedProxies: settings.TRUSTED_PROXIES,
  };
}

/** Takes the settings of a `.env` file beside the process, where there is one; what the environment says already wins. */
export function loadDotEnv(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
