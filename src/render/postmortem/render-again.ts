import type { Trigger } from '../../domain/postmortem/trigger.ts';
import { renderMarker } from '../comment/marker.ts';
import type { Telling } from './name-change.ts';
import { describeTriggers } from './describe-trigger.ts';
import { postmortemTexts } from './postmortem-texts.ts';

/** The comment that tells people of what was appended to an open postmortem. */
export function renderAgain(key: string, triggers: readonly Trigger[], how: Pick<Telling, 'locale' | 'home'>): string {
  const text = postmortemTexts(how.locale).again(describeTriggers(triggers, how));
  return `${renderMarker({ kind: 'postmortem-again', key })}\n${text}\n`;
}
