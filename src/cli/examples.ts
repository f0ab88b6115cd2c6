const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  'hiyari check': [
    'hiyari check --body body.md --files <(git diff --name-status main...)',
    'gh pr view 12 --json body --jq .body | hiyari check --body - --json',
  ],
  'hiyari validate': ['hiyari validate', 'hiyari validate .github/impact.yml --base ../.github/.github/impact.yml'],
  'hiyari explain': ['hiyari explain db/migrate/001.sql docs/README.md'],
  'hiyari simulate': ['GITHUB_TOKEN=$(gh auth token) hiyari simulate --repo acme/shop --last 50 --config impact.yml'],
  'hiyari analyze': [
    'hiyari analyze . --since 2y --html report.html',
    'hiyari analyze ../shop --blame-budget 120s --state blame.json --json',
  ],
  'hiyari import': [
    'hiyari import incidents.csv --repo acme/shop --map startedAt="Began at" --zone JST --dry-run',
    'hiyari import incidents.jsonl --json',
  ],
  'hiyari intake add': [
    'hiyari intake add --kind pagerduty --repo acme/shop',
    'hiyari intake add --kind generic --repo acme/shop --repo acme/api --json',
  ],
  'hiyari intake rotate': ['hiyari intake rotate pagerduty-3f9a01c2 --secret-from -'],
  'hiyari backfill': ['GITHUB_TOKEN=$(gh auth token) hiyari backfill acme/shop --since 2026-01-01'],
  'hiyari rebuild': ['hiyari rebuild acme/shop'],
  'hiyari report': [
    'hiyari report acme/shop --period 2026-08 --format html --out august.html',
    'hiyari report --project refactor --period quarter',
  ],
  'hiyari project': ['hiyari project refactor --since 2026-01-01', 'hiyari project refactor --md > refactor.md'],
  'hiyari expect propose': ['hiyari expect propose --project refactor --weeks 12'],
  'hiyari inbox list': ['hiyari inbox list --state dead'],
  'hiyari inbox replay': ['hiyari inbox replay 12 13', 'hiyari inbox replay --all'],
};

/** Of the command that is typed as `name`, shown in its help. */
export function examplesOf(name: string): readonly string[] {
  return EXAMPLES[name] ?? [];
}
