import { readDocument, templateHeadingKeys } from './document.ts';
import { findHeadings } from './find-headings.ts';
import { normaliseBody } from './normalise-body.ts';
import { parseBody } from './parse-body.ts';
import type { Template } from './template.ts';

/**
 * The template that a body was made from: the one that shares the most headings with it; between equals, the one with
 * fewer headings that the body lacks, then the first. `null` when none shares any.
 */
export function chooseTemplate(body: string | null, templates: readonly Template[]): Template | null {
  const lines = parseBody(normaliseBody(body).text);
  let best: { template: Template; shared: number; lacking: number } | undefined;
  for (const template of templates) {
    const keys = templateHeadingKeys(readDocument(normaliseBody(template.text), new Set()));
    const found = new Set(findHeadings(lines, keys).flatMap((mark) => mark.keys));
    const shared = [...keys].filter((key) => found.has(key)).length;
    const lacking = keys.size - shared;
    if (shared === 0) continue;
    if (!best || shared > best.shared || (shared === best.shared && lacking < best.lacking))
      best = { template, shared, lacking };
  }
  return best?.template ?? null;
}
