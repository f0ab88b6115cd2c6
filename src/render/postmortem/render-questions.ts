import type { Locale } from '../../domain/locale.ts';
import { bullets } from '../layout/bullets.ts';
import { formatTarget } from '../project/format-measure.ts';
import { projectTexts } from '../project/project-texts.ts';
import { listSome } from '../describe/list-some.ts';
import { nameChange, nameIncident } from './name-change.ts';
import { postmortemTexts } from './postmortem-texts.ts';
import type { PostmortemView } from './render-postmortem.ts';

const SHOWN = 5;

/** What the facts leave open: for people to talk about. */
export function renderQuestions({ analysis, discreet, home }: PostmortemView, locale: Locale): string {
  const { question } = postmortemTexts(locale);
  const some = (names: readonly string[]) => listSome(names, locale, { shown: SHOWN });
  const unlinked = analysis.incidents.filter(({ certainty }) => certainty === 'unlinked');
  const unconfirmed = analysis.suspects.filter(({ confirmed }) => !confirmed);
  const missed = analysis.foresight.filter(({ foresight }) => foresight === 'missed').length;
  const { lapsed } = analysis.windows;
  const broken = (analysis.project?.expectations ?? []).filter(({ status }) => status === 'broken');
  const texts = projectTexts(locale);
  return bullets([
    ...(unlinked.length === 0
      ? []
      : [question.unlinked(some(unlinked.map((one) => nameIncident(one, { discreet, locale, home }))))]),
    ...(unconfirmed.length === 0
      ? []
      : [question.unconfirmed(some(unconfirmed.map((one) => nameChange(one, { locale, home }))))]),
    ...(missed === 0 ? [] : [question.missed(missed)]),
    ...(lapsed === 0 ? [] : [question.lapsed(lapsed)]),
    ...broken.map(({ measure, target }) =>
      question.target(texts.measure[measure], formatTarget(measure, target, texts)),
    ),
    question.common,
    question.earlier,
  ]);
}
