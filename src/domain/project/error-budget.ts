/** What an expectation allowed on one day, and what happened. */
export interface BudgetDay {
  /** Chances to do harm, in the unit that `share` is of: changes, windows, parts of 28 days. */
  readonly exposure: number;
  readonly spent: number;
}

/** A target seen as an allowance of harm over a period that moves along with the days. */
export interface ErrorBudget {
  readonly allowed: number;
  readonly spent: number;
  /** Below 0 when it is overspent. */
  readonly left: number;
  /** How fast the last week spent, as a multiple of what the target allows; `null`: it had no chance to spend. */
  readonly burnRate: number | null;
  /**
   * In how many days more is spent than allowed, if every day is like the average of the last week and old days leave
   * the period as it moves; 0: now; `null`: not within one period.
   */
  readonly exhaustedInDays: number | null;
}

const RECENT_DAYS = 7;

/** `share`: how much harm a unit of exposure allows. Days are in order, the newest last. */
export function spendBudget(days: readonly BudgetDay[], share: number): ErrorBudget {
  const { exposure, spent } = sum(days);
  const recent = sum(days.slice(-RECENT_DAYS));
  const pace = 1 / Math.min(RECENT_DAYS, Math.max(1, days.length));
  const allowed = exposure * share;
  const recentlyAllowed = recent.exposure * share;
  return {
    allowed,
    spent,
    left: allowed - spent,
    burnRate: recentlyAllowed > 0 ? recent.spent / recentlyAllowed : null,
    exhaustedInDays: project(days, share, { exposure: recent.exposure * pace, spent: recent.spent * pace }),
  };
}

/** Overspent: beyond what rounding of sums can bring about. */
export function isOverspent({ allowed, spent }: Pick<ErrorBudget, 'allowed' | 'spent'>): boolean {
  return spent > allowed + 1e-9 * Math.max(1, allowed);
}

function project(days: readonly BudgetDay[], share: number, perDay: BudgetDay): number | null {
  const left = sum(days);
  let { exposure, spent } = left;
  for (let ahead = 0; ahead <= days.length; ahead += 1) {
    if (isOverspent({ allowed: exposure * share, spent })) return ahead;
    const leaving = days[ahead];
    exposure += perDay.exposure - (leaving?.exposure ?? 0);
    spent += perDay.spent - (leaving?.spent ?? 0);
  }
  return null;
}

function sum(days: readonly BudgetDay[]): BudgetDay {
  let exposure = 0;
  let spent = 0;
  for (const day of days) {
    exposure += day.exposure;
    spent += day.spent;
  }
  return { exposure, spent };
}
