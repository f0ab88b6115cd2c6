import { createPrivateKey } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { z } from 'zod';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What the App proves itself with. */
export interface Credentials {
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  /** The one that GitHub signs with, then the one before it, if that is still accepted. */
  readonly webhookSecrets: readonly [string, ...string[]];
}

export interface Settings {
  /** `null` when none is set at all: then the server offers the set-up. */
  readonly credentials: Credentials | null;
  readonly host: string;
  readonly port: number;
  /** Where GitHub reaches this server, without a slash at the end. */
  readonly publicUrl: string | null;
  /** `https://github.com`, or the address of a GitHub Enterprise Server. */
  readonly githubUrl: string;
  readonly githubApiUrl: string;
  /** Path of the SQLite file. */
  readonly databasePath: string;
  readonly logLevel: LogLevel;
  /** What `/metrics` asks for as a bearer token; `null`: nothing. */
  readonly metricsToken: string | null;
  readonly backfill: {
    /** How much of each hour's rate limit the reading of the past may use; in (0, 1]. */
    readonly share: number;
    /** How far back it goes on installation; 0: not at all. */
    readonly days: number;
  };
}

export type Environment = Readonly<Record<string, string | undefined>>;
export type ReadSettings = { readonly settings: Settings } | { readonly problems: readonly string[] };

/** What Probot signs with when nobody chose a secret, and other words that everybody tries first. */
const WELL_KNOWN_SECRETS: ReadonlySet<string> = new Set(['development', 'secret', 'password', 'changeme']);
const SHORTEST_SECRET = 16;

const url = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://hiyari.example.com' })
  .transform((value) => value.replace(/\/+$/, ''));

const environment = z.object({
  APP_ID: z.coerce.number('must be the number that GitHub shows as "App ID"').int().positive().optional(),
  PRIVATE_KEY: z.string().optional(),
  PRIVATE_KEY_PATH: z.string().optional(),
  WEBHOOK_SECRET: z.string().optional(),
  WEBHOOK_SECRET_PREVIOUS: z.string().optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('must be a port, 0 to 65535').int().min(0).max(65_535).default(3_000),
  PUBLIC_URL: url.optional(),
  GITHUB_URL: url.default('https://github.com'),
  GITHUB_API_URL: url.optional(),
  DATABASE_URL: z.string().default('sqlite:./data/hiyari.db'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  METRICS_TOKEN: z.string().min(SHORTEST_SECRET, `must have at least ${SHORTEST_SECRET} characters`).optional(),
  BACKFILL_SHARE: z.coerce
    .number('must be a share of the rate limit, e.g. 0.5')
    .min(0.05, 'must be at least 0.05')
    .max(1, 'must be at most 1')
    .default(0.5),
  BACKFILL_DAYS: z.coerce
    .number('must be a number of days, 0 for none')
    .int('must be a whole number of days')
    .min(0, 'must not be negative')
    .max(3_650, 'must be at most 3650')
    .default(365),
  NODE_ENV: z.string().optional(),
});
type Variables = z.output<typeof environment>;

/**
 * The process's environment over the file `.env`; nothing else reads `process.env`. An empty variable does not hide
 * the file's. Reading it again sees what was written since.
 */
export function loadEnvironment(file = '.env'): Environment {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...Object.fromEntries(given) };
}

/** Every wrong variable is named, with what is allowed. Values of secrets are never repeated. */
export function readSettings(env: Environment): ReadSettings {
  // `PORT=` in a file means the same as no line at all.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    return { problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  }
  const variables = parsed.data;
  const problems: string[] = [];
  const credentials = readCredentials(variables, problems);
  const databasePath = readDatabasePath(variables.DATABASE_URL, problems);
  if (problems.length > 0) return { problems };
  return {
    settings: {
      credentials,
      host: variables.HOST,
      port: variables.PORT,
      publicUrl: variables.PUBLIC_URL ?? null,
      githubUrl: variables.GITHUB_URL,
      githubApiUrl: variables.GITHUB_API_URL ?? apiOf(variables.GITHUB_URL),
      databasePath,
      logLevel: variables.LOG_LEVEL,
      metricsToken: variables.METRICS_TOKEN ?? null,
      backfill: { share: variables.BACKFILL_SHARE, days: variables.BACKFILL_DAYS },
    },
  };
}

function readCredentials(variables: Variables, problems: string[]): Credentials | null {
  const { APP_ID: appId, WEBHOOK_SECRET: secret, WEBHOOK_SECRET_PREVIOUS: previous } = variables;
  const key = readKey(variables, problems);
  if (appId === undefined && secret === undefined && key === undefined) return null;
  if (appId === undefined) problems.push('APP_ID is missing: the number that GitHub shows as "App ID"');
  if (key === undefined) problems.push('PRIVATE_KEY is missing: the key in PEM, or its path in PRIVATE_KEY_PATH');
  const privateKey = key ?? '';
  if (key !== undefined && !isRsaKey(key)) {
    problems.push(
      'PRIVATE_KEY is not an RSA key in PEM (also accepted: with \\n for line ends, or all of it in base64)',
    );
  }
  if (secret === undefined) problems.push("WEBHOOK_SECRET is missing: the secret in the App's webhook settings");
  for (const [name, value] of Object.entries({ WEBHOOK_SECRET: secret, WEBHOOK_SECRET_PREVIOUS: previous })) {
    if (value !== undefined && !isDevelopment(variables) && isWeak(value)) {
      problems.push(`${name} can be guessed: it needs at least ${SHORTEST_SECRET} characters that nobody else uses`);
    }
  }
  if (problems.length > 0 || appId === undefined || secret === undefined) return null;
  return { appId, privateKey, webhookSecrets: previous === undefined ? [secret] : [secret, previous] };
}

function readKey({ PRIVATE_KEY, PRIVATE_KEY_PATH }: Variables, problems: string[]): string | undefined {
  if (PRIVATE_KEY !== undefined) return unfold(PRIVATE_KEY);
  if (PRIVATE_KEY_PATH === undefined) return undefined;
  try {
    return unfold(readFileSync(PRIVATE_KEY_PATH, 'utf8'));
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
    problems.push(`PRIVATE_KEY_PATH names a file that cannot be read${why}: ${PRIVATE_KEY_PATH}`);
    return '';
  }
}

/** Keys travel through places that know no line ends: as `\n`, or in base64. */
function unfold(key: string): string {
  const text = key.trim().replaceAll('\\n', '\n');
  if (text.startsWith('-----BEGIN')) return text;
  return Buffer.from(text, 'base64').toString('utf8').trim();
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}

function isWeak(secret: string): boolean {
  return secret.length < SHORTEST_SECRET || WELL_KNOWN_SECRETS.has(secret);
}

/** Only who says so: a server that was started without a word is taken to be in earnest. */
function isDevelopment({ NODE_ENV }: Variables): boolean {
  return NODE_ENV === 'development' || NODE_ENV === 'test';
}

function readDatabasePath(address: string, problems: string[]): string {
  if (address.startsWith('sqlite:')) return address.slice('sqlite:'.length).replace(/^\/\/(?=\/)/, '');
  const said = /^postgres(ql)?:/.test(address)
    ? 'DATABASE_URL names PostgreSQL, whose queue this version does not have yet'
    : 'DATABASE_URL is of a kind that is not known';
  problems.push(`${said}: use sqlite:PATH, e.g. sqlite:./data/hiyari.db`);
  return '';
}

function apiOf(githubUrl: string): string {
  const { protocol, host } = new URL(githubUrl);
  if (host === 'github.com' || host.endsWith('.ghe.com')) return `${protocol}//api.${host}`;
  return `${githubUrl}/api/v3`;
}
