import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/action/annotate.ts';
import { workflowCommand } from '../../src/action/workflow-command.ts';
import type { Annotation } from '../../src/domain/pull-request/check-run.ts';

const readBack = (text: string) =>
  text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

describe('a command for the runner', () => {
  it('is one line, whatever people wrote, and can be read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 80 }), (message, title) => {
        const line = workflowCommand({ level: 'error', title, message });
        const match = /^::error title=([^:,\r\n]*)::([^\r\n]*)\n$/.exec(line);
        expect(match).not.toBeNull();
        if (/^[\x20-\x7e]*$/.test(message)) expect(readBack(match?.[2] ?? '')).toBe(message);
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it.each([
    ['::error::x\n::warning::y', '::error::x%0A::warning::y'],
    ['100% %0A', '100%25 %250A'],
    ['a\r\nb', 'a%0Ab'],
  ])('%j is said as %j', (message, escaped) => {
    expect(workflowCommand({ level: 'notice', title: 't', message })).toBe(`::notice title=t::${escaped}\n`);
  });
});

describe('annotations', () => {
  const place: Annotation = {
    path: 'a,b.yml',
    startLine: 3,
    endLine: 4,
    startColumn: 5,
    level: 'failure',
    title: 'T',
    message: 'M',
  };
  const output = { conclusion: 'failure', title: 'Broken', summary: '', text: '', actions: [] } as const;
  const look = { details: '', worst: null, locale: 'en' } as const;

  it('begin with the judgement, then name places', () => {
    const lines = annotate({ ...look, output: { ...output, annotations: [place] } });
    expect(lines).toBe(
      '::error title=Technical impact%3A Broken::Broken\n::error file=a%2Cb.yml,line=3,endLine=4,col=5,title=T::M\n',
    );
  });

  it('are as many as GitHub shows', () => {
    const annotations = Array.from({ length: 30 }, () => ({ ...place, level: 'warning' as const }));
    const lines = annotate({ ...look, output: { ...output, annotations } });
    expect(lines.trim().split('\n')).toHaveLength(10);
  });
});
