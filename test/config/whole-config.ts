/** Uses every key that exists. */
export const WHOLE_CONFIG = `locale: ja
mode: enforce
statement:
  headings: [Technical impact, 技術的な影響]
  fields:
    data-safety: { headings: [Data safety, データの安全性] }
    rollback: { headings: [Way back] }
  require: { low: [rollback], medium: [data-safety], high: [data-safety, blast-radius] }
  none: { allowed-up-to: low, reason: optional }
risk:
  rules:
    - id: schema
      level: high
      paths: ["db/migrate/**", "!**/*_test.rb"]
      labels: ["area: database"]
      why: Schema changes lock tables.
    - { id: large, level: medium, when: { changed-lines: ">= 800", changed-files: "<100" } }
    - { id: gone, level: medium, paths: ["app/**"], when: { status: [removed, renamed] } }
    - { id: hot, level: high, from-history: { window: 26w, incidents: "> 2" } }
exempt: { authors: ["release-bot[bot]"], only-paths: ["docs/**", "**/*.md"], reverts: false }
projects:
  refactor:
    title: Large refactor
    match:
      labels: ["project: refactor"]
      branches: ["refactor/**"]
      paths: [core/]
      milestones: [Q3]
      titles: ["refactor:"]
      authors: [ada]
      teams: [acme/core]
    expect:
      incidents-per-100-prs: 1.5
      incidents-per-28d: 3
      regressions-per-28d: 2
      near-misses-per-28d: 5
      change-fail-rate: 5%
      monitored: 99.5%
      lead-time-p50: 2d
      lead-time-p90: 1w
      merged-prs-per-week: 10
      review-rounds-p50: 2
    agreed-by: [ada, acme/leads]
    stop-the-line: enforce
  small: { match: { labels: [small] } }
incidents:
  from:
    issues: { repositories: [acme/incidents, .], labels: [incident] }
    files: ["docs/postmortems/*.md"]
  causes: [feature-toggle]
  services: { billing: [app/billing/], search: ["app/search/**", "lib/index/**"] }
monitoring:
  environments: [production, eu-production]
  window: { low: 30m, medium: none, high: 72h }
  remind: [12h, 1h]
  block-after: 3
actions:
  - id: statements
    title: State the technical impact
    started: 2026-08-01
    targets: [incident, near-miss]
    owner: ada
    scope: { projects: [refactor] }
    control: { paths: ["legacy/**"], services: [search] }
  - { id: other, title: Another, started: 2024-02-29 }
report: { every: month, to: issue }
`;
