/** `npm run demo [-- --once]`: a day of pull requests, played to the real App, and a year of a team in a report. */
import { renderColumns } from '../src/cli/render-columns.ts';
import { playDay } from './play-day.ts';
import { playYear } from './play-year.ts';
import { startDay } from './start-day.ts';

/** Checks, comments and issues in English, and one of each in Japanese. */
const SHOWN = [
  /^(states too little|該当なし, a reason, high|an incident, linked|deployed, )/,
  /^(what is expected|the fourth near miss|an action|the line is stopped)/,
];

const once = process.argv.includes('--once');
const day = await startDay();
const played = await playDay(day);

console.log('A day of pull requests at the App (HTTP, signatures, SQLite), beside a stand-in for GitHub\n');
console.log(
  renderColumns(
    ['', 'Where', 'What happens', 'Verdict', 'Risk', 'Check', 'Labels', 'Calls'],
    played.outcomes.map(({ place, title, verdict, level, conclusion, labels, calls, surprises }) => [
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
for (const { place, read } of played.outcomes.filter(({ title }) => SHOWN.some((pattern) => pattern.test(title)))) {
  console.log(`──── What is to be read at ${place} ────\n\n${read}\n`);
}

const year = await playYear('reports/demo-year');
console.log(`${year.text}\n`);

const surprises = [...played.surprises, ...year.surprises];
for (const text of surprises) console.error(`✖ ${text}`);
console.log(surprises.length === 0 ? 'Everything came out as expected.' : `${surprises.length} surprises.`);
if (surprises.length > 0) process.exitCode = 1;

if (once) await day.end();
else {
  console.log(`\nThe App listens at ${day.url}, the stand-in at ${day.github.url}. Ctrl+C ends the day.`);
  process.once('SIGINT', () => void day.end().then(() => process.exit()));
}
