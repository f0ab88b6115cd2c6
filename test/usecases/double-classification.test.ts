import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config/parse-config.ts';
import { readIssueIncident } from '../../src/domain/incident/read-issue-incident.ts';
import type { IncidentKind } from '../../src/domain/incident/incident-kind.ts';
import type { IncidentSource } from '../../src/domain/incident/incident.ts';
import { toEvidence } from '../../src/domain/record/to-evidence.ts';
import { parsePeriod } from '../../src/domain/report/parse-period.ts';
import { renderReportMarkdown } from '../../src/render/report/markdown/render-report-markdown.ts';
import type { Store } from '../../src/ports/store.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open-store.ts';
import { gatherReport } from '../../src/usecases/gather-report.ts';
import { loadRecord } from '../../src/usecases/load-record.ts';
import { sampleRepository } from '../storage/samples.ts';
import { recordingLog } from '../support/recording-log.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const folder = temporaryFolder();
const shop = sampleRepository();
const AT = '2026-09-10T00:00:00Z';
const NOW = '2026-10-01T03:00:00Z';
const clock = { now: () => Date.parse(NOW) };
let store: Store;

beforeAll(async () => {
  store = await openSqliteStore({ path: join(folder.path, 'hiyari.db'), role: 'worker', clock, log: recordingLog() });
});
afterAll(async () => {
  await store.close();
  folder.remove();
});

/** An issue that mona wrote, and the kind that somebody judged it to be. */
async function tell(
  number: number,
  label: string,
  judged: { readonly by: string; readonly kind: IncidentKind } | null,
  source: IncidentSource = 'issue',
): Promise<void> {
  const { facts } = readIssueIncident(
    {
      ...{ title: `Broken ${number}`, body: 'words', labels: [label], url: 'https://github.com/acme/shop/issues/1' },
      ...{ state: 'open', createdAt: AT, closedAt: null, author: 'mona' },
    },
    { now: Date.parse(AT), causes: [] },
  );
  const key = { installationId: shop.installationId, source, externalId: `${shop.id}#${number}` };
  const { toldBy: _, ...machine } = facts;
  await store.transaction(async (session) => {
    const told = source === 'issue' ? facts : machine;
    await session.incidents.report({ ...key, ...told, repositoryId: shop.id, reportedAt: AT });
    if (judged !== null) await session.incidents.judge(key, { fact: 'kind', ...judged, at: NOW });
  });
}

describe('incidents that two people classified', () => {
  it('are compared: what the writer said, with what somebody else judged', async () => {
    const parsed = parseConfig('mode: advise\n', { path: '.github/impact.yml' });
    if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems));
    const { config } = parsed;
    await tell(1, 'kind: regression', { by: 'lee', kind: 'regression' });
    await tell(2, 'kind: near miss', { by: 'lee', kind: 'near-miss' });
    await tell(3, 'incident', { by: 'lee', kind: 'inquiry' });
    await tell(4, 'incident', { by: 'Mona', kind: 'inquiry' });
    await tell(5, 'something', { by: 'lee', kind: 'inquiry' });
    await tell(6, 'incident', null);
    await tell(7, 'incident', { by: 'lee', kind: 'inquiry' }, 'pagerduty');
    const record = await loadRecord({ store }, shop, config, NOW);
    expect(record.incidents.map(({ incident }) => incident.kind)).toContain('inquiry');
    expect(toEvidence(record, []).classifications).toEqual([
      { first: 'regression', second: 'regression' },
      { first: 'near-miss', second: 'near-miss' },
      { first: 'incident', second: 'inquiry' },
    ]);
    const period = parsePeriod('2026-09', 0);
    if (period === null) throw new Error('no period');
    const request = { repository: shop, config, project: null, period, audience: 'local' } as const;
    const report = await gatherReport({ store, clock }, request);
    // Observed 2/3; by chance (1 + 1)/9: κ = (6/9 − 2/9)/(7/9).
    expect(report.quality.agreement).toMatchObject({ alike: { count: 2, of: 3 } });
    expect(report.quality.agreement.kappa).toBeCloseTo(4 / 7, 12);
    const options = { repositoryUrl: null, titled: false, marker: null, previousUrl: null };
    expect(renderReportMarkdown(report, { ...options, locale: 'en' })).toMatch(
      /Two people said the same kind \| .*Cohen’s κ 0\.57/,
    );
    expect(renderReportMarkdown(report, { ...options, locale: 'ja' })).toMatch(
      /2 人の種類の判断の一致 \| .*Cohen の κ 0\.57/,
    );
  });
});
