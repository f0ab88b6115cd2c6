import type { Locale } from '../../domain/locale.ts';
import type { Trigger } from '../../domain/postmortem/trigger.ts';
import { renderMarker } from '../comment/marker.ts';
import { describeTriggers } from './describe-trigger.ts';
import { postmortemTexts } from './postmortem-texts.ts';

/** The comment that tells people of what was appended to an open postmortem. */
export function renderAgain(key: string, triggers: readonly Trigger[], locale: Locale): string {
  const text = postmortemTexts(locale).again(describeTriggers(triggers, locale));
  return `${renderMarker({ kind: 'postmortem-again', key })}\n${text}\n`;
}
