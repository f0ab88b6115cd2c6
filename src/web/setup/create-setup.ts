import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppCredentials } from '../../ports/app-credentials.ts';
import type { Log } from '../../ports/log.ts';
import type { Handler } from '../listen.ts';
import { CAUTIOUS_HEADERS, sendText } from '../send-text.ts';
import { buildManifest } from './manifest.ts';
import { pickLocale } from './pick-locale.ts';
import { readAnswers } from './read-answers.ts';
import { renderClosed, renderConfirm, renderDone, renderPage, renderProblem, renderQuestions } from './render-page.ts';
import { setupTexts } from './setup-texts.ts';

export interface SetupDeps {
  /** The text of `app.yml`. */
  readonly appYml: string;
  readonly githubUrl: string;
  /** Known already, or `null`: then it is asked for. */
  readonly publicUrl: string | null;
  readonly webhookPath: string;
  readonly convert: (code: string) => Promise<AppCredentials>;
  readonly save: (credentials: AppCredentials, publicUrl: string) => Promise<void>;
  /** The last page has been sent. */
  readonly onDone: () => void;
  readonly log: Log;
}

export interface Setup {
  /** Opens the set-up, once; goes into the address that is printed. */
  readonly token: string;
  readonly routes: Readonly<Record<string, Handler>>;
}

const COOKIE = 'hiyari_setup';

type Page = Parameters<typeof renderPage>[0]['main'];

/**
 * Creates the App by GitHub's manifest flow. Whoever holds the printed token gets a session; every further step asks
 * for it, and the answer from GitHub must carry the `state` that was sent. Only loopback names are answered, so that
 * no page elsewhere can reach it through a name of its own (DNS rebinding).
 */
export function createSetup(deps: SetupDeps): Setup {
  const { githubUrl, webhookPath, log } = deps;
  const token = secret();
  const session = secret();
  let opened = false;
  let pending: { readonly state: string; readonly publicUrl: string } | null = null;

  function inSession(handler: Handler): Handler {
    return (request, response, url) => {
      if (!isLoopbackName(request.headers.host)) return sendText(response, 421, 'This set-up is only at 127.0.0.1\n');
      if (request.method !== 'GET') return sendText(response, 405, 'GET only\n', { allow: 'GET' });
      if (isSame(cookieOf(request), session)) return handler(request, response, url);
      return send(request, response, 403, renderClosed(textsFor(request)));
    };
  }

  const start: Handler = (request, response) => {
    const answers = { publicUrl: deps.publicUrl ?? '', organization: '', problem: null };
    return send(request, response, 200, renderQuestions(textsFor(request), answers));
  };

  const open: Handler = (request, response, url) => {
    const given = url.searchParams.get('token');
    if (given === null || !isLoopbackName(request.headers.host)) return inSession(start)(request, response, url);
    if (opened || !isSame(given, token)) return send(request, response, 403, renderClosed(textsFor(request)));
    opened = true;
    const cookie = `${COOKIE}=${session}; HttpOnly; SameSite=Lax; Path=/setup`;
    sendText(response, 303, '', { location: '/setup', 'set-cookie': cookie });
  };

  const confirm: Handler = (request, response, url) => {
    const texts = textsFor(request);
    const answers = readAnswers(url.searchParams, githubUrl);
    if ('problem' in answers) {
      const { publicUrl, organization, problem } = answers;
      return send(request, response, 422, renderQuestions(texts, { publicUrl, organization, problem: texts[problem] }));
    }
    const { publicUrl, organization } = answers;
    pending = { state: secret(), publicUrl };
    const redirectUrl = `http://${request.headers.host}/setup/callback`;
    const manifest = buildManifest(deps.appYml, { publicUrl, webhookPath, redirectUrl });
    const owner = organization === '' ? '' : `/organizations/${organization}`;
    const action = `${githubUrl}${owner}/settings/apps/new?state=${pending.state}`;
    return send(request, response, 200, renderConfirm(texts, manifest, action));
  };

  const callback: Handler = async (request, response, url) => {
    const texts = textsFor(request);
    const asked = pending;
    pending = null;
    const code = url.searchParams.get('code') ?? '';
    if (asked === null || code === '' || !isSame(url.searchParams.get('state') ?? '', asked.state)) {
      return send(request, response, 400, renderProblem(texts, texts.badState));
    }
    let credentials: AppCredentials;
    try {
      credentials = await deps.convert(code);
    } catch (error) {
      log.error({ err: error }, 'GitHub did not convert the manifest');
      return send(request, response, 502, renderProblem(texts, texts.failed));
    }
    await deps.save(credentials, asked.publicUrl);
    log.info({ appId: credentials.appId }, 'the App was created, its credentials are saved');
    response.once('finish', deps.onDone);
    await send(request, response, 200, renderDone(texts, `${credentials.url}/installations/new`));
  };

  /** The policy lets the form go to GitHub, and nothing else happen. */
  async function send(request: IncomingMessage, response: ServerResponse, status: number, main: Page): Promise<void> {
    const locale = pickLocale(request.headers['accept-language']);
    const nonce = secret();
    const policy = [
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `form-action 'self' ${new URL(githubUrl).origin}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ];
    const page = await renderPage({ locale, texts: setupTexts(locale), nonce, main });
    response.writeHead(status, {
      ...CAUTIOUS_HEADERS,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.join('; '),
    });
    response.end(page);
  }

  return {
    token,
    routes: {
      '/': inSession(start),
      '/setup': open,
      '/setup/confirm': inSession(confirm),
      '/setup/callback': inSession(callback),
    },
  };
}

function textsFor(request: IncomingMessage) {
  return setupTexts(pickLocale(request.headers['accept-language']));
}

function isLoopbackName(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/.test(host ?? '');
}

function cookieOf(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${COOKIE}=`))?.slice(COOKIE.length + 1) ?? '';
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
