import type { ExposedFile } from '../../../src/domain/exposure/exposure.ts';
import type { Random } from '../../../src/domain/stats/seeded-random.ts';
import { drawGamma } from '../../domain/improvement/draw-counts.ts';
import { between, pick, toSecond } from './draw.ts';
import type { YearPlan } from './year-plan.ts';

const DAY = 86_400_000;
const SIZES: readonly (readonly [readonly [number, number], number])[] = [
  [[1, 10], 0.2],
  [[11, 100], 0.45],
  [[101, 1_000], 0.3],
  [[1_001, 4_000], 0.05],
];
const AUTHORS = 30;

/** A change before its place on the default branch is known. Times in milliseconds since the epoch. */
export interface DraftChange {
  readonly title: string;
  readonly branch: string;
  readonly isPush: boolean;
  readonly author: { readonly id: number; readonly login: string; readonly type: 'user' | 'bot' };
  readonly openedAt: number;
  readonly mergedAt: number;
  readonly level: 'low' | 'medium' | 'high';
  readonly projects: readonly string[];
  readonly files: readonly ExposedFile[];
  readonly reviewRounds: number;
  readonly verdict: 'filled' | 'none' | 'missing' | 'placeholder';
  readonly reverts: DraftChange | null;
}

/** How far the habit of stating the impact has come, 0 to 1. It takes ten days. */
const RAMP_DAYS = 10;

export function rampAt(plan: Pick<YearPlan, 'firstDay'>, actionDay: number, at: number): number {
  const day = at / DAY - plan.firstDay - actionDay;
  return Math.min(1, Math.max(0, day / RAMP_DAYS));
}

export function draftChange(random: Random, plan: YearPlan, day: number, serial: number): DraftChange {
  const { shares } = plan;
  const mergedAt = toSecond((day + random()) * DAY);
  const isPush = random() < shares.directPushes;
  const rest = 1 - shares.high - shares.medium;
  // Nobody looks at a push before it is there.
  const level = isPush
    ? 'low'
    : pick(random, [
        ['low', rest],
        ['medium', shares.medium],
        ['high', shares.high],
      ] as const);
  const isBot = random() < shares.bots;
  const search = random() < 0.1;
  const projects = [
    ...(!isPush && random() < 0.12 ? ['checkout'] : []),
    ...(!isPush && random() < 0.15 ? ['refactor'] : []),
    ...(search ? ['search'] : []),
  ];
  return {
    title: `Change ${serial}`,
    branch: projects.includes('refactor') ? `refactor/part-${serial}` : `topic-${serial}`,
    isPush,
    author: drawAuthor(random, isBot),
    openedAt: toSecond(mergedAt - DAY * Math.min(20, drawGamma(random, 1.5))),
    mergedAt,
    level,
    projects,
    files: drawFiles(random, level, search, serial),
    reviewRounds: Math.floor(between(random, 0, 4)),
    verdict: drawVerdict(random, plan, level, mergedAt),
    reverts: null,
  };
}

/** Takes back all that a change did. */
export function draftRevert(random: Random, original: DraftChange, mergedAt: number): DraftChange {
  return {
    ...original,
    title: `Revert "${original.title}"`,
    branch: `undo-${original.branch.replaceAll('/', '-')}`,
    author: drawAuthor(random, false),
    openedAt: mergedAt - 3_600_000,
    mergedAt,
    projects: original.projects.filter((id) => id !== 'refactor'),
    files: original.files.map(({ path, additions, deletions }) => ({
      path,
      status: 'modified',
      additions: deletions,
      deletions: additions,
    })),
    reviewRounds: 1,
    verdict: 'filled',
    reverts: original,
  };
}

function drawAuthor(random: Random, isBot: boolean): DraftChange['author'] {
  const number = Math.floor(random() * AUTHORS);
  return isBot
    ? { id: 900 + number, login: `helper-${number}[bot]`, type: 'bot' }
    : { id: 100 + number, login: `author-${number}`, type: 'user' };
}

function drawFiles(random: Random, level: DraftChange['level'], search: boolean, serial: number): ExposedFile[] {
  const [least, most] = pick(random, SIZES);
  const lines = Math.floor(between(random, least, most + 1));
  const additions = Math.ceil(lines * between(random, 0.5, 1));
  const place = { high: `db/migrate/${serial}.sql`, medium: 'app/billing/', low: 'lib/' }[level];
  const own = level === 'high' ? place : `${place}part-${Math.floor(random() * 200)}.ts`;
  const files = [{ path: own, status: 'modified', additions, deletions: lines - additions } as const];
  if (!search) return files;
  const path = `app/search/part-${Math.floor(random() * 60)}.ts`;
  return [...files, { path, status: 'modified', additions: 0, deletions: 0 }];
}

function drawVerdict(
  random: Random,
  plan: YearPlan,
  level: DraftChange['level'],
  mergedAt: number,
): DraftChange['verdict'] {
  const { before, after } = plan.shares.accepted;
  const habit = plan.actions.find(({ coverage }) => coverage === 'statements');
  const ramp = habit === undefined ? 0 : rampAt(plan, habit.day, mergedAt);
  const isAccepted = random() < before + (after - before) * ramp;
  // Where the risk is high, "none" is no answer.
  if (level === 'high') return isAccepted ? 'filled' : 'missing';
  if (isAccepted) return random() < 0.85 ? 'filled' : 'none';
  return random() < 0.6 ? 'missing' : 'placeholder';
}
