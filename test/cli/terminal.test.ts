import { expect, it } from 'vitest';
import { createTerminal } from '../../src/cli/create-terminal.ts';
import { describeTrouble } from '../../src/cli/describe-trouble.ts';
import { cliTexts } from '../../src/cli/texts/cli-texts.ts';
import { GITHUB_FAULTS, GitHubError } from '../../src/ports/github-error.ts';
import { StorageError } from '../../src/ports/storage-error.ts';

async function* nothing(): AsyncGenerator<Uint8Array> {}

function terminalWith(isTTY: boolean) {
  const written = { out: '', err: '' };
  const stdout = { isTTY, write: (text: string) => (written.out += text) };
  const stderr = { isTTY, write: (text: string) => (written.err += text) };
  return { terminal: createTerminal({ stdin: nothing(), stdout, stderr }, {}, 'en'), written };
}

it('shows progress on one line, to people only', () => {
  const person = terminalWith(true);
  person.terminal.progress('1 of 2');
  person.terminal.progress('');
  expect(person.written).toEqual({ out: '', err: '\r\u001b[K1 of 2\r\u001b[K' });
  const pipe = terminalWith(false);
  pipe.terminal.progress('1 of 2');
  expect(pipe.written).toEqual({ out: '', err: '' });
});

it('takes an empty standard input for what it is', async () => {
  expect(await terminalWith(false).terminal.read('-')).toBe('');
});

it.each(['en', 'ja'] as const)('has advice for every trouble with GitHub (%s)', (locale) => {
  const texts = cliTexts(locale);
  for (const fault of GITHUB_FAULTS) {
    const retryAt = fault === 'rate-limited' ? Date.UTC(2026, 0, 2) : null;
    const words = describeTrouble(new GitHubError('GitHub\u001b[2J said\nno', { fault, retryAt }), texts) ?? '';
    expect(words).toContain('(GitHub said no)');
    expect(words.includes('2026-01-02T00:00:00.000Z')).toBe(fault === 'rate-limited');
  }
});

it('repeats what the storage says, and knows nothing of other errors', () => {
  expect(describeTrouble(new StorageError('It is full.'), cliTexts('en'))).toBe('The database: It is full.');
  expect(describeTrouble(new Error('odd'), cliTexts('en'))).toBeNull();
});
