/** An English-speaking and a Japanese-speaking team. */
export const SHOP = 'acme/shop';
export const MISE = 'acme/mise';

/** A team that has agreed what to expect of a project. */
export const PAY = 'acme/pay';

const RULES = `risk:
  rules:
    - { id: schema, level: high, paths: ["db/migrate/**"], labels: ["area: database"], why: Schema changes lock tables. }
    - { id: billing, level: medium, paths: ["app/billing/**"], why: Money moves here. }
exempt: { authors: ["dependabot[bot]"], only-paths: ["docs/**"] }
`;

export const TEMPLATE = `## What

<!-- What changes, and why -->

## Technical impact

_Please describe the impact of this change_
`;

const PROJECT = `mode: enforce
risk:
  rules:
    - { id: ledger, level: high, paths: ["ledger/**"], why: Money is booked here. }
statement: { require: { high: [] } }
projects:
  ledger:
    title: Ledger rewrite
    match: { paths: ["ledger/**"] }
    expect: { near-misses-per-28d: 3 }
    agreed-by: [ada, mika]
    stop-the-line: enforce
`;

/** What the base branches hold before the day begins. */
export const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [SHOP]: { '.github/impact.yml': `mode: enforce\n${RULES}`, '.github/PULL_REQUEST_TEMPLATE.md': TEMPLATE },
  [MISE]: { '.github/impact.yml': `mode: enforce\nlocale: ja\n${RULES}` },
  [PAY]: { '.github/impact.yml': PROJECT },
};
