import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import { allTokens } from '../render/escape/parse-markdown.ts';
import { useApp } from '../support/use-app.ts';

const CONFIG = 'locale: en\nincidents: { from: { issues: { labels: [incident] } } }\n';

/** What GitHub would link or tell somebody of: outside code, a mention or a reference at a boundary. */
const TOUCHES_SOMEBODY = /(?<![\w/#&])(?:@[a-z\d]|[\w.-]+\/[\w.-]+#\d|#\d)/i;

describe('a hostile incident', () => {
  const stage = useApp(CONFIG);

  const key = (number: number) =>
    issueKey({ id: stage.repository.state.id, installationId: stage.repository.installationId ?? 0 }, number);
  const known = async (number: number) => (await stage.app.deps.store.attributions.find(key(number)))?.attribution;
  const said = (number: number) =>
    stage.repository.comments(number).flatMap(({ user, body }) => (user.login === 'hiyari[bot]' ? [body] : []));
  /** The words that GitHub looks for names in; code is not among them. */
  const outsideCode = (markdown: string) =>
    allTokens(markdown)
      .map(({ type, content }) => (/^(?:text|text_special)$/.test(type) ? content : '\n'))
      .join('');

  async function merge(title: string, path: string) {
    const { number } = stage.repository.openPullRequest({ title, files: [path] });
    await stage.app.settled();
    stage.repository.merge(number);
    await stage.app.settled();
    return number;
  }

  async function open(body: string, title = 'Broken') {
    const { number } = stage.repository.openIssue({ title, body, labels: ['incident'], author: 'mallory' });
    await stage.app.settled();
    return number;
  }

  it('that names a thousand causes costs as much as one that names twenty', async () => {
    const cause = await merge('Cause', 'app/a.ts');
    const naming = (count: number) =>
      `Caused by #${cause} and ${Array.from({ length: count - 1 }, (_, at) => `#${9_000 + at}`).join(', ')}.`;
    let few = 0;
    const cost = async (count: number) =>
      (
        await stage.costOf(async () => {
          few = await open(naming(count));
        })
      ).length;
    const twenty = await cost(20);
    expect(await cost(1_000)).toBe(twenty);
    expect((await known(few))?.candidates[0]).toMatchObject({
      unit: `#${cause}`,
      evidence: [{ kind: 'stated' }, {}, {}],
    });
    expect(said(few)).toHaveLength(1);
  });

  it('that refers to other repositories, to numbers that do not exist, to issues and to itself, states nothing', async () => {
    const change = await merge('Change', 'app/a.ts');
    const { number: issue } = stage.repository.openIssue({ title: 'No incident' });
    const lines = [
      `Caused by acme/other#${change}, evil/shop#${change} and https://github.com/evil/shop/pull/${change}.`,
      `This was caused by #${issue}, #${issue + 1}, #999999 and #999999999.`,
      'Caused by https://github.com/acme/shop/commit/0123456789abcdef0123456789abcdef01234567.',
      'Regression from commit fedcba9876543210.',
    ];
    const incident = await open(lines.join('\n\n'));
    const evidence = (await known(incident))?.candidates.flatMap((cause) => cause.evidence.map(({ kind }) => kind));
    expect(evidence).not.toContain('stated');
    expect(said(incident)).toHaveLength(1);
  });

  it('that is a duplicate of its own duplicate ends, and so does the other', async () => {
    const change = await merge('Change', 'app/a.ts');
    const first = await open('Error at app/a.ts:1');
    const second = await open(`Duplicate of #${first}. Caused by #${first}.`);
    stage.repository.editBody(first, `Error at app/a.ts:1\n\nDuplicate of #${second}. Caused by #${second}.`);
    stage.repository.comment(first, `Duplicate of #${second}`, 'mallory');
    stage.repository.comment(second, `Duplicate of #${first}`, 'mallory');
    await stage.app.settled();
    for (const incident of [first, second]) {
      expect((await known(incident))?.candidates.map(({ unit }) => unit)).toContain(`#${change}`);
      expect(said(incident)).toHaveLength(1);
    }
    // Nothing goes round in circles once it was told.
    expect(await stage.costOf(() => undefined)).toEqual([]);
  });

  it('reaches nobody by what it is called, what it says, and what is said in answer', async () => {
    stage.repository.setPermission('alice', 'write');
    const mentions = '@acme/everyone @alice acme/web#1 #1 GH-1 closes #1 `@acme/sre` ``` @acme/all';
    stage.repository.writeFile('.github/CODEOWNERS', '/app/ @acme/everyone\n');
    const cause = await merge(`Change ${mentions}`, 'app/a.ts');
    const incident = await open(`${mentions}\n\nError at app/a.ts:1`, `Down ${mentions}`);
    const guess = said(incident);
    stage.repository.comment(incident, `/impact link #${cause} ${mentions}`, 'alice');
    await stage.app.settled();
    stage.repository.comment(incident, `/impact unlink #${cause} ${mentions}`, 'alice');
    await stage.app.settled();
    stage.repository.comment(incident, `/impact no-change ${mentions}`, 'alice');
    await stage.app.settled();
    expect(guess).toHaveLength(1);
    for (const text of [...guess, ...said(incident)]) expect(outsideCode(text)).not.toMatch(TOUCHES_SOMEBODY);
    for (const text of said(cause)) {
      // Its own number and the incident's are all that a confirmed link may name.
      const rest = outsideCode(text).replaceAll(`acme/shop#${incident}`, '');
      expect(rest).not.toMatch(TOUCHES_SOMEBODY);
    }
  });

  it('of ten megabytes, or of five thousand frames, is read as far as it says something', async () => {
    const change = await merge('Change', 'app/src/file7.ts');
    const long = await open(`Error at app/src/file7.ts:1\n${'lorem ipsum #7 @acme/all '.repeat(420_000)}`);
    const frames = Array.from({ length: 5_000 }, (_, at) => `    at fn${at} (/srv/app/src/file${at % 300}.ts:${at}:1)`);
    const deep = await open(`TypeError: boom\n${frames.join('\n')}`);
    for (const incident of [long, deep]) {
      expect((await stage.app.deps.store.incidents.find(key(incident)))?.body.length).toBeLessThanOrEqual(65_536);
      expect((await known(incident))?.candidates[0]).toMatchObject({
        unit: `#${change}`,
        evidence: [{ kind: 'files', shared: ['app/src/file7.ts'] }, {}, {}],
      });
      expect(said(incident)).toHaveLength(1);
    }
  });
});
