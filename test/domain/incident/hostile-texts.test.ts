import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readIssueIncident } from '../../../src/domain/incident/read-issue-incident.ts';
import { readPostmortem } from '../../../src/domain/incident/read-postmortem.ts';
import { sampleIssue } from './samples.ts';

const context = { now: Date.parse('2026-10-01T00:00:00Z') };
const readIssue = (body: string) => readIssueIncident(sampleIssue({ body, title: body }), context).facts;
const readFile = (text: string) => readPostmortem({ path: 'p.md', text, url: null }, context);

/** Pieces that lead readers astray, repeated without end. */
const SEEDS = [
  'a',
  '/',
  'a/',
  './a',
  '\n',
  '# ',
  '### Started at\n',
  '<!--',
  '-->',
  '```\n',
  '| a |',
  '- [x] ',
  ': ',
  '**',
  '----\n',
  '[[',
  '@acme/everybody ',
  '#12 ',
  '    at charge (/app/billing/charge.rb:10:5)\n',
  '2026-09-01 ',
  '10:20\n',
  '年',
  '\u0000',
  '\uD800',
  '問い合わせ',
];

describe('hostile texts', () => {
  it('never throw, whatever they hold', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(...SEEDS), fc.string({ unit: 'binary', maxLength: 20 })), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, (pieces) => {
        const body = pieces.join('');
        expect(readIssue(body).title.length).toBeLessThanOrEqual(500);
        readFile(body);
        readFile(`---\n${body}\n---\n${body}`);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it.each(SEEDS)('ten megabytes of %j cost no more than what is read of them', (seed) => {
    const text = seed.repeat(Math.ceil((10 * 1024 * 1024) / seed.length));
    const facts = readIssue(text);
    expect(facts.body.length).toBeLessThanOrEqual(65_536);
    expect(facts.findings).toContainEqual({ code: 'cut', field: 'body', limit: 65_536 });
    expect(readFile(text)?.body.length).toBeLessThanOrEqual(65_536);
  });

  it('five thousand frames name their files once', () => {
    const frames = Array.from({ length: 5_000 }, (_, at) => `    at fn${at} (/app/src/file${at % 300}.ts:${at}:1)`);
    expect(readIssue(frames.join('\n')).paths).toHaveLength(200);
  });
});
