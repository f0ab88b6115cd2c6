import { describe, expect, it } from 'vitest';
import { createLog } from '../../src/log/create-log.ts';
import { GitHubError } from '../../src/ports/github-error.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void, level = 'debug') {
  const lines: string[] = [];
  write(createLog({ level, to: { write: (line) => void lines.push(line) } }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('log lines', () => {
  it('are objects with level, time and message', () => {
    const [line] = logged((log) => log.warn({ number: 12 }, 'late'));
    expect(line).toMatchObject({ level: 'warn', number: 12, msg: 'late' });
    expect(Date.parse(String(line?.time))).not.toBeNaN();
  });

  it('are left out below the level', () => {
    expect(logged((log) => [log.debug({}, 'a'), log.info({}, 'b'), log.error({}, 'c')], 'warn')).toHaveLength(1);
  });

  it.each([{ token: 'ghs_1' }, { settings: { privateKey: 'ghs_1' } }, { headers: { authorization: 'ghs_1' } }])(
    'keep secrets out of %o',
    (data) => {
      expect(JSON.stringify(logged((log) => log.info(data, 'x')))).not.toContain('ghs_1');
    },
  );

  it('tell of errors what we know, not what a library drags along', () => {
    const cause = Object.assign(new Error('inner'), { request: { headers: { authorization: 'token ghs_1' } } });
    const error = new GitHubError('GitHub answered 502', { fault: 'unavailable', status: 502, cause });
    const [line] = logged((log) => log.error({ err: error }, 'failed'));
    expect(line?.err).toMatchObject({ message: expect.stringContaining('502'), fault: 'unavailable', status: 502 });
    expect(JSON.stringify(line)).not.toContain('ghs_1');
  });
});
