import type { JudgedForesight } from '../../domain/postmortem/postmortem-analysis.ts';
import { bullets } from '../layout/bullets.ts';
import { nameChange, nameIncident, type Telling } from './name-change.ts';
import { postmortemTexts } from './postmortem-texts.ts';

const SHOWN = 20;

/** What the statements had named, and what not. */
export function renderForesight(judged: readonly JudgedForesight[], how: Telling): readonly string[] {
  const texts = postmortemTexts(how.locale);
  const of = (wanted: JudgedForesight['foresight']) => judged.filter(({ foresight }) => foresight === wanted);
  const [foreseen, missed] = [of('foreseen'), of('missed')];
  const told = foreseen.length + missed.length;
  const lines = [...missed, ...foreseen].slice(0, SHOWN).map(({ change, incident, foresight }) => {
    const say = foresight === 'missed' ? texts.missed : texts.foreseen;
    return say(nameChange(change, how), nameIncident(incident, how));
  });
  const notSaid = of('not-said').length;
  const cannotTell = of('cannot-tell').length;
  const more = [
    ...(notSaid === 0 ? [] : [texts.notSaid(notSaid)]),
    ...(cannotTell === 0 ? [] : [texts.cannotTell(cannotTell)]),
  ];
  return [
    told === 0 ? texts.nothingJudged : texts.foreseenCount(foreseen.length, told),
    ...(lines.length + more.length === 0 ? [] : [bullets([...lines, ...more])]),
  ];
}
