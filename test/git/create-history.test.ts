import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHistory } from '../../src/git/create-history.ts';
import type { CommitChanges, History } from '../../src/ports/history.ts';
import { createGitRepository } from '../support/git-repository.ts';

async function headOf(history: History): Promise<string> {
  const { head } = await history.state();
  if (head === null) throw new Error('the repository is empty');
  return head;
}

async function changesOf(history: History, since: number | null = null): Promise<Map<string, CommitChanges>> {
  const found = new Map<string, CommitChanges>();
  for await (const commit of history.changes(await headOf(history), since)) found.set(commit.id, commit);
  return found;
}

describe('createHistory', () => {
  it('reads commits, merges against their first parent, and lines', async () => {
    const repository = createGitRepository();
    const root = repository.commit('Start', { 'a.txt': 'one\ntwo\n' });
    let side = '';
    const merge = repository.merge('topic', 'Merge pull request #7 from acme/topic', () => {
      side = repository.commit('Add b', { 'b.txt': 'x\n', 'a.txt': 'one\nTWO\nthree\n' });
    });
    const history = createHistory(repository.path);
    expect(await history.state()).toEqual({ head: merge, branch: 'main', bare: false, shallow: false, partial: false });
    const commits = [];
    for await (const commit of history.commits(merge)) commits.push(commit);
    expect(commits.map(({ id, parents }) => ({ id, parents }))).toEqual([
      { id: merge, parents: [root, side] },
      { id: side, parents: [root] },
      { id: root, parents: [] },
    ]);
    expect(commits[0]?.message).toContain('#7');
    expect(await history.countChanges(merge, null)).toBe(2);
    const changes = await changesOf(history);
    expect([...changes.keys()].sort()).toEqual([merge, root].sort());
    expect(changes.get(merge)?.files).toEqual([
      { path: 'a.txt', status: 'modified', additions: 2, deletions: 1 },
      { path: 'b.txt', status: 'added', additions: 1, deletions: 0 },
    ]);
    expect(changes.get(root)?.files).toEqual([{ path: 'a.txt', status: 'added', additions: 2, deletions: 0 }]);
  });

  it('reads since a moment', async () => {
    const repository = createGitRepository();
    repository.commit('Old', { a: '1' });
    repository.at(1_000);
    const recent = repository.commit('New', { a: '2' });
    const history = createHistory(repository.path);
    const since = Date.UTC(2026, 0, 20) / 1_000;
    expect([...(await changesOf(history, since)).keys()]).toEqual([recent]);
    expect(await history.countChanges(recent, since)).toBe(1);
  });

  it('blames what a fix removed, and what stands beside what it added', async () => {
    const repository = createGitRepository();
    const first = repository.commit('First', { 'a.rb': 'def a\n  1\nend\n\ndef b\n  2\nend\n' });
    const second = repository.commit('Second', { 'a.rb': 'def a\n  broken(1)\nend\n\ndef b\n  2\nend\n' });
    const fix = repository.commit('Fix', { 'a.rb': 'def a\n  whole(1)\nend\n\ndef b\n  2\nend\n' });
    const ghost = repository.commit('Guard', { 'a.rb': 'def a\n  whole(1)\nend\n\ndef b\n  guard!\n  2\nend\n' });
    const history = createHistory(repository.path);
    expect(await history.blame({ id: fix, parent: second }, ['a.rb'])).toMatchObject({
      removed: [{ commit: second, lines: 1 }],
      skippedFiles: 0,
    });
    const added = await history.blame({ id: ghost, parent: fix }, ['a.rb']);
    expect(added.removed).toEqual([]);
    expect(added.beside.map(({ commit }) => commit)).toContain(first);
  });

  it('does not blame comments, blank lines or white space', async () => {
    const repository = createGitRepository();
    repository.commit('First', { 'a.rb': '# note\n\nvalue = 1\n' });
    const parent = repository.git('rev-parse', 'HEAD');
    const fix = repository.commit('Tidy', { 'a.rb': '  value = 1\n' });
    expect((await createHistory(repository.path).blame({ id: fix, parent }, ['a.rb'])).removed).toEqual([]);
  });

  it('skips revisions that .git-blame-ignore-revs lists, and survives one that does not exist', async () => {
    const repository = createGitRepository();
    const origin = repository.commit('Origin', { 'a.js': 'run(1)\n' });
    const format = repository.commit('Format', { 'a.js': 'run(1);\n' });
    repository.commit('Ignore', { '.git-blame-ignore-revs': `# formatting\n${format}\n${'0'.repeat(40)}\n` });
    const parent = repository.git('rev-parse', 'HEAD');
    const fix = repository.commit('Fix', { 'a.js': 'walk(1);\n' });
    expect((await createHistory(repository.path).blame({ id: fix, parent }, ['a.js'])).removed).toEqual([
      { commit: origin, lines: 1 },
    ]);
  });

  it('reads a small file of the head, and of no other place', async () => {
    const repository = createGitRepository();
    repository.commit('Start', { 'docs/CODEOWNERS': '* @acme/全員\n', 'large.txt': 'x'.repeat(3 * 1024 * 1024 + 1) });
    writeFileSync(join(repository.path, 'CODEOWNERS'), '* @mallory');
    const history = createHistory(repository.path);
    expect(await history.fileAtHead('docs/CODEOWNERS')).toBe('* @acme/全員\n');
    expect(await history.fileAtHead('CODEOWNERS')).toBeNull();
    expect(await history.fileAtHead('docs')).toBeNull();
    expect(await history.fileAtHead('large.txt')).toBeNull();
    expect(await createHistory(createGitRepository().path).fileAtHead('CODEOWNERS')).toBeNull();
  });

  it('tells an empty repository from one that is none', async () => {
    expect(await createHistory(createGitRepository().path).state()).toMatchObject({ head: null });
    const folder = mkdtempSync(join(tmpdir(), 'hiyari-none-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    await expect(createHistory(folder).state()).rejects.toMatchObject({ code: 'not-a-repository' });
    await expect(createHistory(join(folder, 'missing')).state()).rejects.toMatchObject({ code: 'not-a-repository' });
  });

  it('reads bare and shallow clones', async () => {
    const repository = createGitRepository();
    for (const n of [1, 2, 3]) repository.commit(`Commit ${n}`, { a: String(n) });
    const clone = (name: string, ...args: string[]): string => {
      const target = join(repository.path, '..', `${repository.path.split('/').at(-1)}-${name}`);
      onTestFinished(() => rmSync(target, { recursive: true, force: true }));
      execFileSync('git', ['clone', '--quiet', ...args, `file://${repository.path}`, target], { stdio: 'ignore' });
      return target;
    };
    const bare = createHistory(clone('bare', '--bare'));
    expect(await bare.state()).toMatchObject({ bare: true, shallow: false });
    expect((await changesOf(bare)).size).toBe(3);
    const shallow = createHistory(clone('shallow', '--depth', '2'));
    expect(await shallow.state()).toMatchObject({ shallow: true });
    expect((await changesOf(shallow)).size).toBe(2);
  });

  it('goes on without lines where content is missing, and fetches nothing', async () => {
    const repository = createGitRepository();
    repository.git('config', 'uploadpack.allowFilter', 'true');
    for (let n = 0; n < 25; n += 1) repository.commit(`Commit ${n}`, { [`f${n % 3}.txt`]: `${n}\n` });
    const target = `${repository.path}-partial`;
    onTestFinished(() => rmSync(target, { recursive: true, force: true }));
    execFileSync('git', ['clone', '--quiet', '--bare', '--filter=blob:none', `file://${repository.path}`, target], {
      stdio: 'ignore',
    });
    const history = createHistory(target);
    expect(await history.state()).toMatchObject({ partial: true });
    const changes = await changesOf(history);
    expect(changes.size).toBe(25);
    for (const { files, uncounted } of changes.values()) {
      expect(uncounted).toBe(true);
      expect(files).toMatchObject([{ additions: null, deletions: null }]);
    }
    const [fix = '', parent = ''] = repository.git('rev-list', '-2', 'HEAD').split('\n');
    expect(await history.blame({ id: fix, parent }, ['f0.txt'])).toEqual({ removed: [], beside: [], skippedFiles: 1 });
  });

  it('reads names that are no UTF-8, that look like output, and submodules', async () => {
    const repository = createGitRepository();
    repository.commit('Start', { 'a.txt': 'a\n' });
    const blob = repository.git('hash-object', '-w', 'a.txt');
    const names = [
      Buffer.from([0x66, 0xff, 0x2e, 0x74, 0x78, 0x74]),
      Buffer.from('\u001edead'),
      Buffer.from(':100644 x'),
      Buffer.from('1\t2\tx'),
      Buffer.from('new\nline'),
    ];
    const entries = names.map((name) => Buffer.concat([Buffer.from(`100644 ${blob}\t`), name, Buffer.from([0])]));
    const info = Buffer.concat([
      ...entries,
      Buffer.from(`160000 ${repository.git('rev-parse', 'HEAD')}\tvendor/lib\0`),
    ]);
    execFileSync('git', ['-C', repository.path, 'update-index', '-z', '--add', '--index-info'], { input: info });
    repository.git('commit', '--quiet', '--message', 'Odd names');
    const head = repository.git('rev-parse', 'HEAD');
    const files = (await changesOf(createHistory(repository.path))).get(head)?.files ?? [];
    expect(files.map((file) => file.path).sort()).toEqual(
      ['\u001edead', '1\t2\tx', ':100644 x', 'f\\xff.txt', 'new\nline', 'vendor/lib'].sort(),
    );
    expect(files.find((file) => file.path === 'vendor/lib')).toEqual({
      path: 'vendor/lib',
      status: 'added',
      additions: null,
      deletions: null,
      submodule: true,
    });
    expect(files.filter((file) => !file.submodule).every((file) => file.additions === 1)).toBe(true);
  });

  it('reads an octopus merge as one change', async () => {
    const repository = createGitRepository();
    repository.commit('Start', { a: '1' });
    for (const branch of ['x', 'y', 'z']) {
      repository.git('checkout', '--quiet', '-b', branch, 'main');
      repository.commit(`On ${branch}`, { [branch]: '1' });
    }
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', '--message', 'Octopus', 'x', 'y', 'z');
    const head = repository.git('rev-parse', 'HEAD');
    const changes = await changesOf(createHistory(repository.path));
    expect(changes.size).toBe(2);
    expect(changes.get(head)?.files.map((file) => file.path)).toEqual(['x', 'y', 'z']);
  });

  it('runs nothing that a hostile clone names', async () => {
    const repository = createGitRepository();
    repository.commit('Start', { 'a.txt': 'a\n', '.gitattributes': '*.txt diff=evil filter=evil\n' });
    const parent = repository.git('rev-parse', 'HEAD');
    const fix = repository.commit('Change', { 'a.txt': 'b\n' });
    const proof = join(repository.path, 'proof');
    const evil = join(repository.path, '.git', 'evil.sh');
    writeFileSync(evil, `#!/bin/sh\ntouch "${proof}"\ncat\n`, { mode: 0o755 });
    const settings = [
      'core.fsmonitor',
      'core.pager',
      'diff.external',
      'diff.evil.textconv',
      'diff.evil.command',
      'filter.evil.smudge',
      'filter.evil.clean',
      'gpg.program',
      'core.sshCommand',
      'credential.helper',
      'core.alternateRefsCommand',
    ];
    for (const name of settings) repository.git('config', name, evil);
    repository.git('config', 'log.showSignature', 'true');
    repository.git('config', 'core.hooksPath', join(repository.path, '.git'));
    rmSync(proof, { force: true });
    const history = createHistory(repository.path);
    await history.state();
    for await (const commit of history.commits(fix)) expect(commit.id).toBeDefined();
    expect((await changesOf(history)).size).toBe(2);
    expect((await history.blame({ id: fix, parent }, ['a.txt'])).removed).toEqual([{ commit: parent, lines: 1 }]);
    expect(existsSync(proof)).toBe(false);
  });

  it('stops when it is told to', async () => {
    const repository = createGitRepository();
    const head = repository.commit('Start', { a: '1' });
    const controller = new AbortController();
    controller.abort(new Error('enough'));
    const read = async (): Promise<void> => {
      for await (const commit of createHistory(repository.path).commits(head, controller.signal))
        expect(commit).toBeUndefined();
    };
    await expect(read()).rejects.toThrow('enough');
  });
});
