import type { Locale } from '../../domain/locale.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { attributionTexts } from './attribution-texts.ts';
import { renderMarker } from './marker.ts';

export interface BackReferenceView {
  /** Names the incident, so that each one has a comment of its own. */
  readonly key: string;
  /** `owner/name#12`; `null` where it is told nowhere that this repository may know of. */
  readonly at: string | null;
  readonly title: string | null;
  /** False: the link was taken back. */
  readonly stands: boolean;
}

/** The quiet comment on a change that a person confirmed as a cause. */
export function renderBackReference({ key, at, title, stands }: BackReferenceView, locale: Locale): string {
  const texts = attributionTexts(locale);
  const words = stands
    ? texts.caused(at ?? texts.privateIncident, title === null ? null : escapeMarkdown(title, 120))
    : texts.takenBack;
  return `${renderMarker({ kind: 'caused', key })}\n${words}\n`;
}
