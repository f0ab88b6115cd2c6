import { type DestinationStream, pino, stdSerializers, stdTimeFunctions } from 'pino';
import { GitHubError } from '../ports/github-error.ts';
import type { Log } from '../ports/log.ts';

/** Where secrets could come by; errors are reduced to their words below. */
const SECRETS = ['token', 'secret', 'privateKey', 'authorization', 'password', 'pem'].flatMap((key) => [
  key,
  `*.${key}`,
]);

/** The port `Log` over pino: one JSON object a line. */
export function createLog(options: { readonly level: string; readonly to?: DestinationStream }): Log {
  const logger = pino(
    {
      level: options.level,
      base: null,
      redact: { paths: SECRETS, censor: '[redacted]' },
      serializers: { err: describeError },
      formatters: { level: (label) => ({ level: label }) },
      timestamp: stdTimeFunctions.isoTime,
    },
    options.to,
  );
  return {
    debug: (data, message) => logger.debug(data, message),
    info: (data, message) => logger.info(data, message),
    warn: (data, message) => logger.warn(data, message),
    error: (data, message) => logger.error(data, message),
  };
}

/** Message, stack and our own facts: a client library's error would bring the whole request along. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  const facts =
    error instanceof GitHubError ? { fault: error.fault, status: error.status, retryAt: error.retryAt } : {};
  return { type, message, stack, ...facts };
}
