import { describe, expect, it } from 'vitest';
import type { Repository } from '../../src/domain/pull-request/repository.ts';
import type { GitHub } from '../../src/ports/github.ts';
import type { PastIssue } from '../../src/ports/github-past.ts';
import type { SceneRepository } from '../support/fake-github/scene/scene-repository.ts';
import { usePast } from './support/use-past.ts';

let scene: SceneRepository;
let github: GitHub;
let repository: Repository;

usePast(6, (stage) => {
  ({ scene, github, repository } = stage);
});

async function everyIssue(label: string | null, pageSize: number, updatedSince = '2026-01-01T00:00:00Z') {
  const issues: PastIssue[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const page: Awaited<ReturnType<GitHub['pastIssues']>> = await github.pastIssues(repository, {
      updatedSince,
      label,
      cursor,
      pageSize,
    });
    expect(page.cost.points).toBe(1);
    issues.push(...page.items);
    pages += 1;
    cursor = page.next;
  } while (cursor !== null);
  return { issues, pages };
}

describe('issues', () => {
  it('come in pages by label and by change, as REST tells of each', async () => {
    const author = { login: 'alerts[bot]', type: 'Bot' } as const;
    for (let count = 0; count < 7; count += 1) {
      scene.openIssue({
        title: `Down ${count}`,
        body: count === 0 ? null : 'words',
        labels: count % 2 === 0 ? ['Incident', 'sev-1'] : ['idea'],
        ...(count === 2 && { author }),
      });
    }
    scene.openPullRequest({ labels: ['incident'] });
    scene.close(3);
    const { issues, pages } = await everyIssue('incident', 2);
    expect(pages).toBe(2);
    expect(issues.map(({ number }) => number)).toEqual([1, 5, 7, 3]);
    for (const { number, ...issue } of issues) expect(issue).toEqual(await github.issue(repository, number));
    expect((await everyIssue(null, 3)).issues).toHaveLength(7);
    const since = issues[2]?.updatedAt ?? '';
    expect((await everyIssue('incident', 100, since)).issues.map(({ number }) => number)).toEqual([7, 3]);
  });
});

describe('files', () => {
  it('are found below folders, and read several at once', async () => {
    const files = ['docs/postmortems/a.md', 'docs/postmortems/2026/b b.md', 'docs/other.md', 'c.md'];
    for (const path of files) scene.writeFile(path, `# ${path}`);
    const under = await github.pathsUnder(repository, 'main', ['docs/postmortems', 'nowhere']);
    expect(under).toMatchObject({ paths: ['docs/postmortems/2026/b b.md', 'docs/postmortems/a.md'], complete: true });
    expect((await github.pathsUnder(repository, 'main', [''])).paths).toEqual(expect.arrayContaining(files));
    expect(await github.pathsUnder(repository, 'main', [])).toEqual({ paths: [], complete: true, cost: null });
    const texts = await github.textsAt(repository, 'main', ['docs/postmortems/2026/b b.md', 'docs', 'nowhere.md']);
    expect(texts.files).toEqual([
      {
        path: 'docs/postmortems/2026/b b.md',
        text: '# docs/postmortems/2026/b b.md',
        url: 'https://github.com/acme/shop/blob/main/docs/postmortems/2026/b%20b.md',
      },
    ]);
  });

  it('of a monorepo are walked to a limit, which is said', async () => {
    const paths = Array.from({ length: 1_100 }, (_, index) => `packages/p${index}/README.md`);
    scene.pushTo('main', paths);
    const found = await github.pathsUnder(repository, 'main', ['packages']);
    expect(found.complete).toBe(false);
    expect(found.paths.length).toBeGreaterThan(900);
  });
});

it('what is left of the hour of queries', () => {
  expect(github.queryBudget()).toMatchObject({ limit: 5_000 });
});
