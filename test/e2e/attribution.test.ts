import { describe, expect, it } from 'vitest';
import { issueKey } from '../../src/usecases/report-of-issue.ts';
import { sampleWindow } from '../domain/monitoring/monitoring-samples.ts';
import { useApp } from '../support/use-app.ts';

const CONFIG = 'locale: en\nincidents: { from: { issues: { labels: [incident] } } }\n';
const TOTAL = 'export function total(items) {\n  const sum = add(items);\n  return sum;\n}\n';
const ROUNDED = TOTAL.replace('return sum;', 'return Math.floor(sum);');

describe('what caused an incident', () => {
  const stage = useApp(CONFIG);

  const key = (number: number) =>
    issueKey({ id: stage.repository.state.id, installationId: stage.repository.installationId ?? 0 }, number);
  const ours = (number: number) =>
    stage.repository
      .comments(number)
      .filter(({ user, body }) => user.login === 'hiyari[bot]' && /^<!-- hiyari:(?:causes|caused) /.test(body));
  const bodyOn = (number: number) => ours(number)[0]?.body ?? '';
  const known = (number: number) => stage.app.deps.store.attributions.find(key(number));

  async function merge(title: string, files: readonly { path: string; text: string }[], body = 'Impact: none') {
    const { number } = stage.repository.openPullRequest({ title, body, files });
    await stage.app.settled();
    stage.repository.merge(number, { method: 'squash' });
    await stage.app.settled();
    return number;
  }

  async function openIncident(body: string | null, title = 'Totals are wrong') {
    const { number } = stage.repository.openIssue({ title, body, labels: ['incident'], author: 'alice' });
    await stage.app.settled();
    return number;
  }

  async function say(number: number, body: string, by = 'alice') {
    const comment = stage.repository.comment(number, body, by);
    await stage.app.settled();
    return comment.reactions.map(({ content }) => content);
  }

  async function scene() {
    stage.repository.setPermission('alice', 'write');
    stage.repository.writeFile('app/billing/total.ts', TOTAL);
    stage.repository.writeFile('app/search/index.ts', 'export const index = 1;\n');
    await stage.app.settled();
    const cause = await merge('Round totals', [{ path: 'app/billing/total.ts', text: ROUNDED }]);
    const other = await merge('Faster search', [{ path: 'app/search/index.ts', text: 'export const index = 2;\n' }]);
    return { cause, other };
  }

  it('is worked out from where it hurts, and said once with its evidence', async () => {
    const { cause, other } = await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    expect(ours(incident)).toHaveLength(1);
    const found = await known(incident);
    expect(found?.attribution.candidates[0]).toMatchObject({ unit: `#${cause}`, areas: ['app/billing'] });
    expect(bodyOn(incident)).toContain(`1. \`#${cause}\` “Round totals”`);
    expect(bodyOn(incident)).toContain('it touched `app/billing/total.ts`, where it hurts');
    expect(bodyOn(incident)).toContain(`\`#${other}\``);
    // A guess leaves no trace on a pull request.
    expect(ours(cause)).toEqual([]);
  });

  it('is not forgotten when deployments are told of for the first time, after it', async () => {
    const { cause } = await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    stage.repository.deploy({ sha: stage.repository.headOf(), environment: 'production' });
    await stage.app.settled();
    stage.repository.editBody(incident, 'Error at app/billing/total.ts:3, for everybody', 'alice');
    await stage.app.settled();
    const found = await known(incident);
    expect(found?.attribution.candidates[0]).toMatchObject({ unit: `#${cause}`, areas: ['app/billing'] });
  });

  it('is nearer to the code of the same owners, named without a mention, and to what was risky beforehand', async () => {
    stage.repository.writeFile(
      '.github/CODEOWNERS',
      '* @acme/everyone\n/ledger/ @acme/money\n/checkout/ @acme/money\n',
    );
    stage.repository.writeFile('checkout/pay.ts', 'export const pay = 1;\n');
    await stage.app.settled();
    const text = Array.from({ length: 500 }, (_, i) => `export const row${i} = ${i};`).join('\n');
    const owned = await merge('Post twice', [{ path: 'ledger/post.ts', text }]);
    await merge('Resize', [{ path: 'media/resize.ts', text: 'export const resize = 1;\n' }]);
    const incident = await openIncident('Error at checkout/pay.ts:1');
    const candidates = (await known(incident))?.attribution.candidates ?? [];
    expect(candidates.find(({ unit }) => unit === `#${owned}`)?.evidence).toMatchObject([
      { kind: 'owners', owners: ['acme/money'] },
      { kind: 'time' },
      { kind: 'prior', reasons: ['large'], lines: 500 },
    ]);
    expect(bodyOn(incident)).toContain('belong to the same code owners (`acme/money`)');
    expect(bodyOn(incident)).toContain('it changed 500 lines');
    expect(bodyOn(incident)).not.toContain('@acme');
  });

  it('is a little likelier a change whose monitoring lapsed before it began, and none that lapsed after', async () => {
    const { cause, other } = await scene();
    const { id: repositoryId } = stage.repository.state;
    const lapsed = {
      repositoryId,
      state: 'lapsed',
      openedAt: '2026-08-30T00:00:00Z',
      endsAt: '2026-08-31T00:00:00Z',
    } as const;
    const { windows } = stage.app.deps.store;
    await windows.save(sampleWindow({ ...lapsed, unit: `#${cause}`, number: cause, closedAt: '2026-08-31T00:00:00Z' }));
    await windows.save(sampleWindow({ ...lapsed, unit: `#${other}`, number: other, closedAt: '2026-12-31T00:00:00Z' }));
    const incident = await openIncident('Error at app/billing/total.ts:3');
    const candidates = (await known(incident))?.attribution.candidates ?? [];
    const reasonsOf = (number: number) =>
      candidates
        .find(({ unit }) => unit === `#${number}`)
        ?.evidence.flatMap((one) => (one.kind === 'prior' ? one.reasons : []));
    expect(reasonsOf(cause)).toContain('unwatched');
    expect(reasonsOf(other)).not.toContain('unwatched');
    expect(bodyOn(incident)).toContain('nobody confirmed its monitoring in time');
  });

  it('is blamed on who wrote what the fix removed, once a fix closes it', async () => {
    const { cause } = await scene();
    const incident = await openIncident('Totals are off by one.');
    await merge('Do not round', [{ path: 'app/billing/total.ts', text: TOTAL }], `Fixes #${incident}`);
    stage.repository.close(incident);
    await stage.app.settled();
    const found = await known(incident);
    expect(found?.attribution.candidates[0]).toMatchObject({
      unit: `#${cause}`,
      evidence: [
        { kind: 'blame', lines: 1, totalLines: 1, context: false, plain: true },
        { kind: 'files' },
        { kind: 'time' },
      ],
    });
    expect(bodyOn(incident)).toContain('1 of the 1 lines that the fix');
    expect(bodyOn(incident)).toContain('GitHub’s blame');
    expect(ours(incident)).toHaveLength(1);
  });

  it('is what a person states in a comment; a stranger only raises a suspicion', async () => {
    const { other } = await scene();
    const incident = await openIncident('Something is slow.');
    await say(incident, `This was caused by #${other}.`, 'mallory');
    expect((await known(incident))?.attribution.candidates[0]?.evidence[0]).toEqual({
      kind: 'stated',
      certainty: 'hedged',
    });
    await say(incident, `This was caused by #${other}.`);
    expect((await known(incident))?.attribution.candidates[0]).toMatchObject({
      unit: `#${other}`,
      evidence: [{ kind: 'stated', certainty: 'stated' }, { kind: 'time' }],
    });
  });

  it('is confirmed by command; the change is told once, quietly, and told when it is taken back', async () => {
    const { cause, other } = await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    expect(await say(incident, `/impact link #${other} saw it in the logs`)).toEqual(['+1']);
    expect(bodyOn(incident)).toContain(`#${other} “Faster search”: **confirmed by alice: “saw it in the logs”**`);
    expect(ours(other)).toHaveLength(1);
    expect(bodyOn(other)).toContain(`acme/shop#${incident} “Totals are wrong” was traced to this change`);
    await say(incident, `/impact unlink #${other}\n/impact link #${cause}`);
    expect(bodyOn(other)).toContain('has been taken back');
    expect(bodyOn(cause)).toContain('was traced to this change');
    expect((await known(incident))?.decisions).toMatchObject([
      { unit: `#${cause}`, verdict: 'confirmed', by: 'alice' },
      { unit: `#${other}`, verdict: 'rejected' },
    ]);
    expect(await stage.app.deps.store.attributions.calibration(stage.repository.state.id)).not.toBeNull();
  });

  it('is no change, when a person says so', async () => {
    const { cause } = await scene();
    const incident = await openIncident('How do I export? ### Kind\n\nInquiry');
    await say(incident, '/impact no-change a question');
    expect(bodyOn(incident)).toContain('**No change caused this**, says alice: “a question”');
    expect(await stage.app.deps.store.incidents.find(key(incident))).toMatchObject({ noChange: true });
    await say(incident, `/impact link #${cause}`);
    expect(await stage.app.deps.store.incidents.find(key(incident))).toMatchObject({ noChange: false });
    expect(bodyOn(incident)).not.toContain('No change caused this');
  });

  it('is confirmed by a box; only by those who may write; what else was edited is written back', async () => {
    const { cause } = await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    const before = bodyOn(incident);
    const box = `- [ ] <!-- hiyari:box confirmed #${cause} -->`;
    expect(before).toContain(box);
    const id = ours(incident)[0]?.id ?? 0;
    stage.repository.setPermission('mallory', 'triage');
    stage.repository.editComment(id, before.replace(box, box.replace('[ ]', '[x]')), 'mallory');
    await stage.app.settled();
    expect(bodyOn(incident)).toBe(before);
    stage.repository.editComment(id, `${before.replace(box, box.replace('[ ]', '[x]'))}\nforged words`, 'alice');
    await stage.app.settled();
    expect(bodyOn(incident)).toContain(`- [x] <!-- hiyari:box confirmed #${cause} -->`);
    expect(bodyOn(incident)).not.toContain('forged');
    expect((await known(incident))?.decisions).toMatchObject([{ unit: `#${cause}`, by: 'alice' }]);
    stage.repository.editComment(id, bodyOn(incident).replaceAll('[x]', '[ ]'), 'alice');
    await stage.app.settled();
    expect((await known(incident))?.decisions).toEqual([]);
  });

  it('a copy of our comment speaks for nobody', async () => {
    const { cause } = await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    const copy = stage.repository.comment(incident, 'x', 'alice');
    const body = bodyOn(incident).replace('[ ]', '[x]');
    stage.repository.editComment(copy.id, body, 'alice');
    await stage.app.settled();
    expect((await known(incident))?.decisions).toEqual([]);
    expect(ours(cause)).toEqual([]);
  });

  it.each([
    ['a stranger', 'mallory', '/impact link #NUMBER', 'write access'],
    ['a pull request that is none', 'alice', '/impact link #4000', 'no merged pull request'],
    ['no number', 'alice', '/impact link', 'needs the number of a pull request'],
    ['another repository', 'alice', '/impact link acme/other#NUMBER', 'no merged pull request'],
  ])('refuses %s', async (_, by, command, words) => {
    const { cause } = await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    expect(await say(incident, command.replace('NUMBER', String(cause)), by)).toEqual(['confused']);
    const reply = stage.repository.comments(incident).at(-1)?.body;
    expect(reply).toContain(words);
    expect((await known(incident))?.decisions).toEqual([]);
  });

  it('hostile titles reach nobody', async () => {
    await scene();
    const title = 'x @acme/everyone <!-- hiyari:box confirmed #4000 --> closes #1 ![a](http://evil/x)';
    await merge(title, [{ path: 'app/billing/total.ts', text: `${TOTAL}// more\n` }]);
    const incident = await openIncident('Error at app/billing/total.ts:3');
    const body = bodyOn(incident);
    expect(body).not.toContain('@acme');
    expect(body).not.toContain('closes #1 ');
    expect(body).not.toContain('![a]');
    expect(body.match(/<!-- hiyari:box confirmed #4000 -->/g)).toBeNull();
  });

  it('comes to the same in any order and however often it is told', async () => {
    await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    const before = { said: bodyOn(incident), known: await known(incident) };
    for (const { id } of stage.github.webhooks.sent.toReversed()) await stage.github.webhooks.redeliver(id);
    await stage.app.settled();
    expect({ said: bodyOn(incident), known: await known(incident) }).toEqual(before);
    expect(ours(incident)).toHaveLength(1);
  });

  it('is not looked for any more when it is none', async () => {
    await scene();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    stage.repository.unlabel(incident, 'incident');
    await stage.app.settled();
    expect(bodyOn(incident)).toContain('no longer counted as an incident');
    const { id } = stage.repository.state;
    expect(await stage.app.deps.store.attributions.window(id, 30, Date.UTC(2026, 9, 1))).toMatchObject({ total: 0 });
  });

  it('raises the risk of the next change in the same place, and says why', async () => {
    const { cause } = await scene();
    stage.repository.writeFile(
      '.github/impact.yml',
      `${CONFIG}risk: { rules: [{ id: hot, level: high, from-history: { window: 180d, incidents: ">= 1" } }] }\n`,
    );
    await stage.app.settled();
    const incident = await openIncident('Error at app/billing/total.ts:3');
    await say(incident, `/impact link #${cause}`);
    const files = [{ path: 'app/billing/tax.ts', text: 'export const tax = 1;\n' }];
    const { number, pull } = stage.repository.openPullRequest({ title: 'Tax', body: 'x', files });
    await stage.app.settled();
    expect(stage.seen(number).labels).toContain('risk: high');
    const [run] = stage.repository.checkRuns(pull.head.sha);
    expect(run?.output.text).toContain('changes in `app/billing` caused 1 of 1 incident in 180 days');
  });

  it('is what a revert undid, when it names the incident', async () => {
    const { cause, other } = await scene();
    const incident = await openIncident('Something is wrong.');
    const files = [{ path: 'app/billing/total.ts', text: TOTAL }];
    await merge('Revert "Round totals"', files, `Reverts acme/shop#${cause}\n\nFor #${incident}`);
    expect((await known(incident))?.attribution.candidates[0]).toMatchObject({
      unit: `#${cause}`,
      evidence: expect.arrayContaining([{ kind: 'reverted' }]),
    });
    expect(bodyOn(incident)).toContain('its diff bears that out');
    expect(ours(other)).toEqual([]);
  });

  it('of a near miss is the change that was undone at once', async () => {
    const { cause } = await scene();
    const files = [{ path: 'app/billing/total.ts', text: TOTAL }];
    const revert = await merge('Revert "Round totals"', files, `Reverts acme/shop#${cause}`);
    const found = await stage.app.deps.store.attributions.find({ ...key(revert), source: 'revert' });
    expect(found?.attribution.candidates[0]).toMatchObject({
      unit: `#${cause}`,
      evidence: expect.arrayContaining([{ kind: 'stated', certainty: 'stated' }]),
    });
    expect(ours(revert)).toEqual([]);
  });
});
