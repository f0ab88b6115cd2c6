import { isoDay } from '../../../src/domain/calendar.ts';
import { WINDOW_HOURS, type YearPlan } from './year-plan.ts';

const HEAD = `mode: advise
risk:
  rules:
    - { id: schema, level: high, paths: ["db/migrate/**"] }
    - { id: billing, level: medium, paths: ["app/billing/**"] }
exempt: { authors: [], reverts: false }
projects:
  checkout:
    title: Checkout
    match: { labels: ["project: checkout"] }
    expect: { incidents-per-100-prs: 3, near-misses-per-28d: 4, monitored: 90%, lead-time-p50: 2d, merged-prs-per-week: 1 }
  refactor:
    title: Large refactor
    match: { branches: ["refactor/**"] }
    expect: { incidents-per-28d: 6, regressions-per-28d: 4, change-fail-rate: 5%, lead-time-p90: 6d, review-rounds-p50: 2 }
  search:
    title: Search
    match: { paths: ["app/search/**"] }
incidents:
  services: { billing: ["app/billing/**"], search: ["app/search/**"] }
monitoring: { environments: [production], window: { low: none, medium: none, high: ${WINDOW_HOURS}h }, remind: 12h }
`;

/** The configuration that a generated repository has. */
export function yearConfig({ firstDay, actions }: Pick<YearPlan, 'firstDay' | 'actions'>): string {
  if (actions.length === 0) return HEAD;
  const lines = actions.map(({ id, title, day, targets, coverage }) => {
    const started = isoDay(firstDay + day);
    return `  - { id: ${id}, title: ${title}, started: ${started}, targets: [${targets.join(', ')}], coverage: ${coverage} }\n`;
  });
  return `${HEAD}actions:\n${lines.join('')}`;
}
