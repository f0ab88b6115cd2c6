import { describe, expect, it } from 'vitest';
import type { ChangedFiles } from '../../src/domain/pull-request/changed-files.ts';
import type { PersonalStatement } from '../../src/domain/pull-request/personal-statement.ts';
import type { BaseFiles } from '../../src/ports/github.ts';
import type { Store } from '../../src/ports/store.ts';
import { BIG_ID, HOSTILE_TEXT, sampleOpinion, samplePullRequest, sampleRepository } from './samples.ts';
import type { StoreHarness } from './store-harness.ts';
import { useStore } from './use-store.ts';

/** What every store keeps and finds; `transaction-contract.ts` says how it does so under load and failure. */
export function describeAggregates(open: () => Promise<StoreHarness>): void {
  let harness: StoreHarness;
  let store: Store;
  let id: number;
  useStore(open, (opened, fresh) => {
    harness = opened;
    store = opened.store;
    id = fresh;
  });

  const pull = (changes: Parameters<typeof samplePullRequest>[0] = {}) => {
    const sample = samplePullRequest(changes);
    return { ...sample, repository: { ...sample.repository, id } };
  };

  describe('repositories', () => {
    it('are saved, found, replaced, listed by id and removed', async () => {
      const first = sampleRepository({ id });
      const second = sampleRepository({ id: id + 10_000, name: HOSTILE_TEXT });
      await store.repositories.save(second);
      await store.repositories.save(first);
      await store.repositories.save({ ...first, name: 'renamed' });
      expect(await store.repositories.find(id)).toEqual({ ...first, name: 'renamed' });
      const known = (await store.repositories.all()).filter((one) => one.id === id || one.id === second.id);
      expect(known).toEqual([{ ...first, name: 'renamed' }, second]);
      await store.repositories.remove(id);
      await store.repositories.remove(id);
      expect(await store.repositories.find(id)).toBeNull();
      await store.repositories.remove(second.id);
    });
  });

  describe('pull requests', () => {
    it('keeps every string that JSON can hold', async () => {
      const given = pull({ title: HOSTILE_TEXT, body: HOSTILE_TEXT, labels: [HOSTILE_TEXT] });
      expect(await store.pullRequests.remember(given)).toEqual(given);
      expect(await store.pullRequests.find(id, 7)).toEqual(given);
    });

    it.each([
      ['a later state replaces an earlier', '2026-01-02T00:00:00Z', '2026-01-02T00:00:01Z', 'second'],
      ['an earlier state is answered with the later', '2026-01-02T00:00:01Z', '2026-01-02T00:00:00Z', 'first'],
      ['on a tie the one given wins', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00Z', 'second'],
      ['zones are compared as moments', '2026-01-02T00:00:00Z', '2026-01-02T02:00:00+03:00', 'first'],
    ])('%s', async (_, first, second, winner) => {
      const states = {
        first: pull({ title: 'first', updatedAt: first }),
        second: pull({ title: 'second', updatedAt: second }),
      };
      await store.pullRequests.remember(states.first);
      const kept = await store.pullRequests.remember(states.second);
      expect(kept.title).toBe(winner);
      expect(await store.pullRequests.find(id, 7)).toEqual(states[winner as 'first' | 'second']);
    });

    it('refuses a state whose age cannot be told', async () => {
      await expect(store.pullRequests.remember(pull({ updatedAt: 'yesterday' }))).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining('acme/shop#7'),
      });
      expect(await store.pullRequests.find(id, 7)).toBeNull();
    });

    it('finds the open ones at a commit, the open numbers, and the newest', async () => {
      const head = (sha: string) => ({ sha, ref: 'feature', repositoryId: BIG_ID });
      await store.pullRequests.remember(pull({ number: 12, head: head('one') }));
      await store.pullRequests.remember(pull({ number: 3, head: head('one') }));
      await store.pullRequests.remember(pull({ number: 4, head: head('one'), state: 'closed' }));
      await store.pullRequests.remember(pull({ number: 5, head: head('two') }));
      const numbers = async (found: Promise<readonly { readonly number: number }[]>) =>
        (await found).map(({ number }) => number);
      expect(await numbers(store.pullRequests.openAtHead(id, 'one'))).toEqual([3, 12]);
      expect(await store.pullRequests.openAtHead(id, 'none')).toEqual([]);
      expect(await store.pullRequests.openNumbers(id)).toEqual([3, 5, 12]);
      expect(await numbers(store.pullRequests.newest(id, 3))).toEqual([12, 5, 4]);
      expect(await store.pullRequests.newest(id + 50_000, 3)).toEqual([]);
    });
  });

  it('files belong to two commits', async () => {
    const files: ChangedFiles = {
      files: [{ path: HOSTILE_TEXT, previousPath: 'b', status: 'renamed', additions: 1, deletions: 2 }],
      expected: 3_001,
      incomplete: 'truncated',
    };
    await store.files.save(id, 'base', 'head', { files: [], expected: 0 });
    await store.files.save(id, 'base', 'head', files);
    expect(await store.files.find(id, 'base', 'head')).toEqual(files);
    expect(await store.files.find(id, 'head', 'base')).toBeNull();
  });

  it('opinions are replaced, and come back whole', async () => {
    const opinion = sampleOpinion({ configHash: HOSTILE_TEXT });
    await store.opinions.save(id, 1, sampleOpinion());
    await store.opinions.save(id, 1, opinion);
    expect(await store.opinions.find(id, 1)).toEqual(opinion);
    expect(await store.opinions.find(id, 2)).toBeNull();
  });

  it('personal statements: one of each kind, the newest', async () => {
    const none: PersonalStatement = { kind: 'none', by: 'mona', reason: HOSTILE_TEXT, at: '2026-01-01T00:00:00Z' };
    const risk: PersonalStatement = {
      kind: 'risk',
      by: 'lisa',
      level: 'low',
      maintainer: true,
      at: '2026-01-01T00:00:00Z',
    };
    await store.personalStatements.save(id, 1, { ...none, reason: 'older' });
    await store.personalStatements.save(id, 1, none);
    await store.personalStatements.save(id, 1, risk);
    expect(await store.personalStatements.of(id, 1)).toEqual([none, risk]);
    await store.personalStatements.remove(id, 1, 'none');
    await store.personalStatements.remove(id, 1, 'override');
    expect(await store.personalStatements.of(id, 1)).toEqual([risk]);
    expect(await store.personalStatements.of(id, 2)).toEqual([]);
  });

  it('the check ledger knows a run that is being created', async () => {
    await store.checks.save(id, 'head', 'Technical impact', { runId: null, contentHash: 'x' });
    expect(await store.checks.find(id, 'head', 'Technical impact')).toEqual({ runId: null, contentHash: 'x' });
    await store.checks.save(id, 'head', 'Technical impact', { runId: 2 ** 40, contentHash: 'y' });
    expect(await store.checks.find(id, 'head', 'Technical impact')).toEqual({ runId: 2 ** 40, contentHash: 'y' });
    expect(await store.checks.find(id, 'head', 'Hiyari config')).toBeNull();
  });

  it('the label ledger replaces a pull request\u2019s records', async () => {
    const ours = { name: HOSTILE_TEXT, state: 'ours', matchedHash: 'h' } as const;
    const overruled = { name: 'risk: high', state: 'overruled', matchedHash: 'h' } as const;
    expect(await store.labels.of(id, 1)).toEqual([]);
    await store.labels.replace(id, 1, [ours, overruled]);
    expect(await store.labels.of(id, 1)).toEqual([ours, overruled]);
    await store.labels.replace(id, 1, []);
    expect(await store.labels.of(id, 1)).toEqual([]);
  });

  it('defined labels are one whatever their case', async () => {
    await store.labels.define(id, ['risk: high', '影響', 'Risk: High', 'impact: none']);
    expect(await store.labels.defined(id)).toEqual(['impact: none', 'Risk: High', '影響']);
    await store.labels.undefine(id, 'RISK: HIGH');
    await store.labels.undefine(id, 'unheard of');
    expect(await store.labels.defined(id)).toEqual(['impact: none', '影響']);
    await store.labels.define(id, []);
  });

  it('base files are dropped by branch, or all', async () => {
    const files: BaseFiles = { sha: 's', config: null, templates: [{ path: '.github/t.md', text: HOSTILE_TEXT }] };
    for (const ref of ['main', 'release/1', 'other']) await store.baseFiles.save(id, ref, { files, readAt: 1 });
    await store.baseFiles.save(id, 'main', { files, readAt: 1_800_000_000_000 });
    expect(await store.baseFiles.find(id, 'main')).toEqual({ files, readAt: 1_800_000_000_000 });
    await store.baseFiles.drop(id, 'main');
    expect(await store.baseFiles.find(id, 'main')).toBeNull();
    expect(await store.baseFiles.find(id, 'other')).not.toBeNull();
    await store.baseFiles.drop(id, null);
    expect(await store.baseFiles.find(id, 'other')).toBeNull();
  });

  it('remote files are dropped by the repository they came from, in any case', async () => {
    const file = { found: true, text: HOSTILE_TEXT, private: false } as const;
    const references = ['Acme/.github', 'acme/.github:impact.yml@v1', 'acme/.github@main', 'acme/.github-more'];
    for (const reference of references) await store.remoteFiles.save(id, reference, { file, readAt: 5 });
    const missing = { found: false, because: 'no-file' } as const;
    await store.remoteFiles.save(id + 1, 'acme/.github', { file: missing, readAt: 6 });
    expect(await store.remoteFiles.find(id, 'acme/.github@main')).toEqual({ file, readAt: 5 });
    await store.remoteFiles.dropFrom(id, 'ACME/.GitHub');
    const left = await Promise.all(references.map((reference) => store.remoteFiles.find(id, reference)));
    expect(left).toEqual([null, null, null, { file, readAt: 5 }]);
    expect(await store.remoteFiles.find(id + 1, 'acme/.github')).toEqual({ file: missing, readAt: 6 });
  });

  it('a command is marked once, however many mark it at a time', async () => {
    const marks = await Promise.all(Array.from({ length: 8 }, () => store.doneCommands.mark(id, 'comment:1', 9)));
    expect(marks.filter(Boolean)).toHaveLength(1);
    expect(await store.doneCommands.has(id, 'comment:1')).toBe(true);
    expect(await store.doneCommands.has(id + 1, 'comment:1')).toBe(false);
  });

  it('keeps documents of a megabyte', async () => {
    const body = '影響 '.repeat(300_000);
    await store.pullRequests.remember(pull({ body }));
    expect((await store.pullRequests.find(id, 7))?.body).toBe(body);
  });

  describe('a damaged row', () => {
    it.each([
      ['{"half":', 'it is not JSON'],
      ['[1]', 'it is not an object'],
      ['null', 'it is not an object'],
      ['{"number":7}', 'it has no "repository"'],
    ])('%s is named by table and key', async (document, what) => {
      await store.pullRequests.remember(pull());
      await harness.sql(
        `UPDATE ${harness.table('pull_requests')} SET document = '${document}' WHERE repository_id = ${id}`,
      );
      await expect(store.pullRequests.find(id, 7)).rejects.toMatchObject({
        name: 'StorageError',
        message: expect.stringContaining(
          `table pull_requests where repository_id = ${id} and number = 7 is damaged: ${what}`,
        ),
      });
    });

    it('of a list is named as well', async () => {
      await store.labels.replace(id, 1, []);
      await harness.sql(`UPDATE ${harness.table('labels')} SET document = '{}' WHERE repository_id = ${id}`);
      await expect(store.labels.of(id, 1)).rejects.toThrow(`table labels where repository_id = ${id} and number = 1`);
    });
  });
}
