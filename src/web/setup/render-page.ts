import { html, raw } from 'hono/html';
import type { Locale } from '../../domain/locale.ts';
import type { Manifest } from './manifest.ts';
import type { SetupTexts } from './setup-texts.ts';

type Markup = ReturnType<typeof html>;

const STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1f2328; background: #fff; }
label { display: block; margin-top: 1.5rem; font-weight: 600; }
input { font: inherit; width: 100%; padding: .4rem .6rem; box-sizing: border-box; }
small { color: #59636e; } [role=alert] { border-left: 4px solid #cf222e; padding-left: .8rem; }
button, .button { font: inherit; display: inline-block; margin-top: 1.5rem; padding: .5rem 1.2rem; background: #1f883d; color: #fff; border: 0; border-radius: 6px; text-decoration: none; }
code { background: #f6f8fa; padding: .1rem .3rem; }`;

/** A page without scripts; `nonce` lets its one style sheet through the policy. */
export async function renderPage(page: {
  readonly locale: Locale;
  readonly texts: SetupTexts;
  readonly nonce: string;
  readonly main: Markup;
}): Promise<string> {
  const { locale, texts, nonce, main } = page;
  const document = await html`<!doctype html>
<html lang="${locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${texts.title}</title>
<style nonce="${nonce}">${raw(STYLE)}</style></head>
<body><h1>${texts.title}</h1>${main}</body></html>
`;
  return document.toString();
}

export function renderClosed(texts: SetupTexts): Markup {
  return html`<p>${texts.closed}</p>`;
}

export function renderQuestions(
  texts: SetupTexts,
  answers: { readonly publicUrl: string; readonly organization: string; readonly problem: string | null },
): Markup {
  const { publicUrl, organization, problem } = answers;
  return html`<p>${texts.intro}</p>
${problem === null ? '' : html`<p role="alert">${problem}</p>`}
<form action="/setup/confirm" method="get">
<label for="public_url">${texts.publicUrl}</label>
<input id="public_url" name="public_url" type="url" required value="${publicUrl}" placeholder="https://hiyari.example.com">
<small>${texts.publicUrlHelp}</small>
<label for="organization">${texts.organization}</label>
<input id="organization" name="organization" value="${organization}">
<small>${texts.organizationHelp}</small>
<p><button>${texts.next}</button></p>
</form>`;
}

export function renderConfirm(texts: SetupTexts, manifest: Manifest, action: string): Markup {
  const permissions = Object.entries(manifest.default_permissions);
  return html`<h2>${texts.review}</h2><p>${texts.reviewHelp}</p>
<p>${texts.hookGoesTo}: <code>${manifest.hook_attributes.url}</code></p>
<p>${texts.permissions}:</p>
<ul>${permissions.map(([name, access]) => html`<li><code>${name}: ${access}</code></li>`)}</ul>
<form action="${action}" method="post">
<input type="hidden" name="manifest" value="${JSON.stringify(manifest)}">
<button>${texts.create}</button>
</form>`;
}

export function renderProblem(texts: SetupTexts, problem: string): Markup {
  return html`<p role="alert">${problem}</p><p><a href="/setup">${texts.again}</a></p>`;
}

export function renderDone(texts: SetupTexts, installUrl: string): Markup {
  return html`<h2>${texts.done}</h2><p>${texts.saved}</p>
<p>${texts.install}<br><a class="button" href="${installUrl}">${texts.installLink}</a></p><p>${texts.running}</p>`;
}
