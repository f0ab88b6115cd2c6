import { DAY_MS } from '../domain/calendar.ts';
import { dueReports, type DueReport } from '../domain/report/due-reports.ts';
import { previousPeriod } from '../domain/report/period-at.ts';
import type { PublishedReport } from '../domain/report/published-report.ts';
import type { Report } from '../domain/report/report.ts';
import type { Config } from '../config/config.ts';
import { isLasting } from '../ports/github-error.ts';
import type { InstalledRepository } from '../ports/store.ts';
import { renderMarker } from '../render/comment/marker.ts';
import { reportTitle } from '../render/report/compose-document.ts';
import { renderReportMarkdown } from '../render/report/markdown/render-report-markdown.ts';
import { type InstallationDeps, isoNow } from './deps.ts';
import { findOurIssue } from './find-ours.ts';
import { fullName } from '../domain/pull-request/full-name.ts';
import { gatherReport } from './gather-report.ts';
import type { PublishReportPayload } from './jobs.ts';
import { loadBaseContext } from './load-base-context.ts';
import { sameText } from './same-text.ts';

/** Enough to know the last period of any schedule beside those of another one. */
const LATEST = 20;
/** Before all moments. */
const NEVER = '';

/**
 * Writes the reports that the schedule asks for by now, each into one issue: opened with the period's title, edited in
 * place within the period, never opened again once a person closed it.
 */
export async function publishReport(deps: InstallationDeps, payloads: readonly PublishReportPayload[]): Promise<void> {
  const last = payloads.at(-1);
  if (last === undefined) return;
  const { repository } = last;
  const { config } = await loadBaseContext(deps, repository, repository.defaultBranch);
  if (config.report === undefined) return;
  const published = await deps.store.reports.latest(repository.id, LATEST);
  for (const due of dueReports(config.report.every, published, deps.clock.now() / DAY_MS)) {
    await publish(deps, repository, config, due);
  }
}

async function publish(
  deps: InstallationDeps,
  repository: InstalledRepository,
  config: Config,
  { period, moment }: DueReport,
): Promise<void> {
  const report = await gatherReport(deps, { repository, config, project: null, period, audience: 'readers' });
  // An issue that says nothing helps nobody.
  if (report.empty) return;
  const known = await deps.store.reports.find(repository.id, period.id);
  const text = await wordReport(deps, repository, report, config);
  const wanted: PublishedReport = {
    repositoryId: repository.id,
    period,
    moment,
    issueNumber: known?.issueNumber ?? null,
    openedAt: known?.openedAt ?? isoNow(deps.clock),
    gone: known?.gone ?? false,
    again: known?.again ?? false,
    ...text,
  };
  try {
    await write(deps, repository, wanted, known?.moment ?? NEVER);
  } catch (error) {
    if (!isLasting(error)) throw error;
    // Issues are switched off, or may not be written: the next moment of the schedule is soon enough to try again.
    await deps.store.reports.save(wanted);
    deps.log.warn({ repositoryId: repository.id, period: period.id, err: error }, 'a report cannot be published');
  }
}

async function wordReport(
  deps: InstallationDeps,
  repository: InstalledRepository,
  report: Report,
  { locale }: Config,
): Promise<{ readonly title: string; readonly body: string }> {
  const repositoryUrl = `${deps.webUrl}/${fullName(repository)}`;
  const before = await deps.store.reports.find(repository.id, previousPeriod(report.period).id);
  const number = before?.issueNumber ?? null;
  return {
    title: reportTitle(report, locale),
    body: renderReportMarkdown(report, {
      locale,
      repositoryUrl,
      titled: false,
      marker: renderMarker({ kind: 'report', key: report.period.id }),
      previousUrl: number === null ? null : `${repositoryUrl}/issues/${number}`,
    }),
  };
}

/**
 * Into the issue that there is, or a new one: also in place of one that was deleted or moved away, but only once. The
 * moment is kept when all is written: an update that failed, or a kill in between, leaves the report due.
 */
async function write(
  deps: InstallationDeps,
  repository: InstalledRepository,
  wanted: PublishedReport,
  before: string,
): Promise<void> {
  const { title, body, issueNumber } = wanted;
  if (issueNumber === null) return open(deps, repository, wanted, before);
  // A number that was moved away leads to where it is now, which is not for us to edit.
  const issue = wanted.gone ? null : await deps.github.issue(repository, issueNumber);
  if (issue === null) {
    if (wanted.again) return deps.store.reports.save(wanted);
    const anew = { issueNumber: null, gone: false, again: true, openedAt: isoNow(deps.clock) };
    return open(deps, repository, { ...wanted, ...anew }, before);
  }
  // The text first: the event of our own edit must find what is there to be right.
  await deps.store.reports.save({ ...wanted, moment: before });
  const same = issue.title === title && sameText(issue.body, body);
  if (!same) await deps.github.updateIssue(repository, issueNumber, { title, body });
  await deps.store.reports.save(wanted);
}

/** What we are about to open is stored first: a lost answer is found by its marker, and no second issue is opened. */
async function open(
  deps: InstallationDeps,
  repository: InstalledRepository,
  wanted: PublishedReport,
  before: string,
): Promise<void> {
  const { title, body } = wanted;
  const begun = await deps.store.reports.find(repository.id, wanted.period.id);
  const marker = { kind: 'report', key: wanted.period.id };
  const wasBegun = begun !== null && begun.issueNumber === null;
  const lost = wasBegun ? await findOurIssue(deps, repository, begun.openedAt, marker) : null;
  if (!wasBegun) await deps.store.reports.save({ ...wanted, moment: before });
  if (lost !== null) await deps.github.updateIssue(repository, lost.number, { title, body });
  const number = lost?.number ?? (await deps.github.createIssue(repository, { title, body }));
  await deps.store.reports.save({ ...wanted, issueNumber: number });
}
