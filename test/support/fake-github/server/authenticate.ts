import { createVerify } from 'node:crypto';
import type { Actor } from '../state/actor.ts';
import type { World } from '../state/world.ts';
import { GitHubProblem } from './github-problem.ts';

const LONGEST_JWT_SECONDS = 600;
/** Clocks drift: GitHub is known to forgive about a minute. */
const DRIFT_SECONDS = 60;

/** Turns the `Authorization` header into an actor; garbage is refused with 401, as at GitHub. */
export function authenticate(world: World, header: string | undefined): Actor {
  if (header === undefined) return { kind: 'anonymous' };
  const [scheme = '', credential = ''] = header.split(' ');
  if (!/^(bearer|token)$/i.test(scheme) || credential === '') throw badCredentials();
  if (credential.split('.').length === 3) return appOf(world, credential);
  const grant = world.tokens.get(credential);
  if (grant === undefined || grant.expiresAt <= Date.now()) throw badCredentials();
  if (grant.holder.kind === 'user') {
    const account = world.accounts.get(grant.holder.login.toLowerCase());
    if (account === undefined) throw badCredentials();
    return { kind: 'user', account };
  }
  const installation = world.installations.get(grant.holder.installationId);
  if (installation === undefined) throw badCredentials();
  if (installation.suspended) throw new GitHubProblem(403, 'This installation has been suspended');
  return { kind: 'installation', installationId: installation.id, bot: world.app.bot };
}

function appOf(world: World, jwt: string): Actor {
  const [head = '', claims = '', signature = ''] = jwt.split('.');
  const signed = createVerify('RSA-SHA256')
    .update(`${head}.${claims}`)
    .verify(world.app.publicKey, Buffer.from(signature, 'base64url'));
  if (!signed || readPart(head).alg !== 'RS256') {
    throw new GitHubProblem(401, 'A JSON web token could not be decoded');
  }
  const { iss, iat, exp } = readPart(claims);
  const now = Date.now() / 1000;
  if (String(iss) !== String(world.app.id) && iss !== world.app.clientId) {
    throw new GitHubProblem(401, "'Issuer' claim ('iss') must be an Integer");
  }
  if (typeof exp !== 'number' || exp <= now || exp > now + LONGEST_JWT_SECONDS + DRIFT_SECONDS) {
    throw new GitHubProblem(401, "'Expiration time' claim ('exp') is too far in the future");
  }
  if (typeof iat !== 'number' || iat > now + DRIFT_SECONDS) {
    throw new GitHubProblem(401, "'Issued at' claim ('iat') must be an Integer representing the time of the assertion");
  }
  return { kind: 'app' };
}

function readPart(part: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Falls through: what is not JSON is no token.
  }
  throw new GitHubProblem(401, 'A JSON web token could not be decoded');
}

function badCredentials(): GitHubProblem {
  return new GitHubProblem(401, 'Bad credentials');
}
