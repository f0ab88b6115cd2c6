import type { Locale } from '../../domain/locale.ts';
import type { Trigger } from '../../domain/postmortem/trigger.ts';
import { isoDay } from '../../domain/calendar.ts';
import type { Telling } from './name-change.ts';
import { bullets } from '../layout/bullets.ts';
import { formatMeasure, formatTarget } from '../project/format-measure.ts';
import { projectTexts } from '../project/project-texts.ts';
import { type PostmortemTexts, postmortemTexts } from './postmortem-texts.ts';

/** Why a postmortem is held, one line for each trigger. */
export function describeTriggers(
  triggers: readonly Trigger[],
  { locale, home }: Pick<Telling, 'locale' | 'home'>,
): string {
  return bullets(triggers.map((trigger) => describeTrigger(trigger, postmortemTexts(locale), locale, home)));
}

function describeTrigger(
  { cause, heardAt }: Trigger,
  { trigger: words }: PostmortemTexts,
  locale: Locale,
  home: string | null,
): string {
  const day = heardAt.slice(0, 10);
  switch (cause.kind) {
    case 'expectation-broken': {
      const texts = projectTexts(locale);
      const { measure, target, value } = cause;
      const now = formatMeasure(measure, value, texts);
      return words.broken(day, texts.measure[measure], formatTarget(measure, target, texts), now);
    }
    case 'chart-signal': {
      const rule = cause.rule === 'beyond-limits' ? words.beyondLimits : words.runOfEight(isoDay(cause.since));
      return words.signal(isoDay(cause.day), words.charted[cause.of], rule);
    }
    case 'asked':
      return words.asked(day, `${home ?? ''}#${cause.number}`);
  }
}
