/** `npm run demo [-- --once]`: a day of pull requests, played to the real App, and a year of a team in a report. */
import { renderColumns } from '../src/cli/render-columns.ts';
import { playIncidents } from './play-incidents.ts';
import { playMonitoring } from './play-monitoring.ts';
import { type Outcome, playMergeGroup, playScene, seeConfigCheck } from './play-scene.ts';
import { playYear } from './play-year.ts';
import { SCENES } from './scenes.ts';
import { startDay } from './start-day.ts';

/** One check in English, one in Japanese, and what is said of an incident. */
const SHOWN = /^(states too little|該当なし, a reason, high|an incident, linked|deployed, reminded)/;

const once = process.argv.includes('--once');
const day = await startDay();
const outcomes: Outcome[] = [];
for (const scene of SCENES) outcomes.push(await playScene(day, scene));
outcomes.push(seeConfigCheck(day));
outcomes.push(await playMergeGroup(day, [1, 3]));
outcomes.push(...(await playIncidents(day)));
outcomes.push(...(await playMonitoring(day)));

console.log('A day of pull requests at the App (HTTP, signatures, SQLite), beside a stand-in for GitHub\n');
console.log(
  renderColumns(
    ['', 'Where', 'What happens', 'Verdict', 'Risk', 'Check', 'Labels', 'Calls'],
    outcomes.map(({ place, title, verdict, level, conclusion, labels, calls, surprises }) => [
      surprises.length === 0 ? '✔' : '✖',
      place,
      title,
      verdict,
      level,
      conclusion,
      labels.join(', '),
      String(calls),
    ]),
  ),
);
for (const { place, read } of outcomes.filter(({ title }) => SHOWN.test(title))) {
  console.log(`──── What is to be read at ${place} ────\n\n${read}\n`);
}

const year = await playYear('reports/demo-year');
console.log(`${year.text}\n`);

const surprises = outcomes.flatMap((outcome) => outcome.surprises.map((text) => `${outcome.place}: ${text}`));
for (const { request, findings } of day.github.judge?.violations ?? []) {
  surprises.push(`${request.method} ${request.path}: ${findings.join('; ')}`);
}
surprises.push(...year.surprises);
for (const text of surprises) console.error(`✖ ${text}`);
console.log(surprises.length === 0 ? 'Everything came out as expected.' : `${surprises.length} surprises.`);
if (surprises.length > 0) process.exitCode = 1;

if (once) await day.end();
else {
  console.log(`\nThe App listens at ${day.url}, the stand-in at ${day.github.url}. Ctrl+C ends the day.`);
  process.once('SIGINT', () => void day.end().then(() => process.exit()));
}
