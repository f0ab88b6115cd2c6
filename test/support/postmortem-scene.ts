import type { Issue } from './fake-github/state/issue.ts';
import type { TimedStage } from './use-timed-app.ts';

export const PROJECT = (stop: 'advise' | 'enforce' | 'off', locale: 'en' | 'ja' = 'en') => `
locale: ${locale}
mode: enforce
risk:
  rules:
    - { id: app, level: high, paths: ["app/**"] }
statement: { require: { high: [] } }
projects:
  refactor:
    title: Large refactor
    match: { paths: ["app/**"] }
    expect: { near-misses-per-28d: 3 }
    stop-the-line: ${stop}
  quiet: { title: Quiet corner, match: { paths: ["lib/**"] } }
incidents:
  services: { billing: ["app/billing/**"] }
`;

export const STATED = '## Technical impact\n\nThe cache in app/cache/ is warmed anew.\n';

const MARKER = /^<!-- hiyari:(postmortem[a-z-]*) /;

/** What happens to the project `refactor` of {@link PROJECT}. */
export function postmortemScene(stage: TimedStage) {
  /** A change that is merged and taken back at once; gives its number. */
  async function nearMiss(name: string, body = STATED): Promise<number> {
    const change = { path: `app/${name}.ts`, status: 'modified', additions: 5, deletions: 2 } as const;
    const original = stage.repository.openPullRequest({ title: `Rework ${name}`, body, files: [change] });
    stage.repository.merge(original.number);
    await stage.app.settled();
    const revert = stage.repository.openPullRequest({
      title: `Revert "Rework ${name} (#${original.number})"`,
      body: `Reverts acme/shop#${original.number}`,
      files: [{ ...change, additions: 2, deletions: 5 }],
    });
    stage.repository.merge(revert.number);
    await stage.app.settled();
    return original.number;
  }

  async function nearMisses(count: number): Promise<readonly number[]> {
    const numbers: number[] = [];
    for (let at = 1; at <= count; at += 1) numbers.push(await nearMiss(`part${at}`));
    return numbers;
  }

  const kindOf = (body: string | null) => MARKER.exec(body ?? '')?.[1] ?? null;
  const postmortems = (): readonly Issue[] =>
    [...stage.repository.state.issues.values()].filter((issue) => issue.pull === null && kindOf(issue.body) !== null);
  const comments = (number: number, kind: string) =>
    stage.repository.comments(number).filter(({ body }) => kindOf(body) === `postmortem-${kind}`);

  /** The only postmortem there is. */
  function postmortem(): Issue {
    const [issue, ...more] = postmortems();
    if (issue === undefined || more.length > 0)
      throw new Error(`there are ${more.length + (issue ? 1 : 0)} postmortems`);
    return issue;
  }

  /** Writes rows into the table that people fill in. */
  async function fillIn(rows: readonly string[], by = 'maintainer'): Promise<void> {
    const [table] = comments(postmortem().number, 'table');
    if (table === undefined) throw new Error('there is no table');
    const lines = table.body.split('\n').filter((line) => !/^\|[ |]*\|$/.test(line));
    const at = lines.findIndex((line) => /^\| --- /.test(line)) + 1;
    stage.repository.editComment(table.id, [...lines.slice(0, at), ...rows, ...lines.slice(at)].join('\n'), by);
    await stage.app.settled();
  }

  /** What Hiyari says of the table. */
  const boxes = (): string => comments(postmortem().number, 'boxes')[0]?.body ?? '';

  async function tick(id: string, by: string): Promise<void> {
    const [comment] = comments(postmortem().number, 'boxes');
    if (comment === undefined) throw new Error('there are no boxes');
    const ticked = comment.body.replace(`[ ] <!-- hiyari:action ${id} -->`, `[x] <!-- hiyari:action ${id} -->`);
    stage.repository.editComment(comment.id, ticked, by);
    await stage.app.settled();
  }

  const check = (number: number) => {
    const runs = stage.repository.checkRuns(stage.repository.pullRequest(number).pull.head.sha);
    return runs.find(({ name }) => name === 'Technical impact');
  };

  async function say(number: number, text: string, by = 'maintainer'): Promise<void> {
    stage.repository.comment(number, text, by);
    await stage.app.settled();
  }

  return { nearMiss, nearMisses, postmortems, postmortem, comments, fillIn, boxes, tick, check, say };
}
