/** The vocabulary of `english-cause.ts`. Words are lower case; a set lists every inflection, so matching is a look-up. */
function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}

/** Between a phrase and its reference these add nothing: "broken by the changes in pull request #12". */
export const FILLERS = words(`
  the this that these those my our his her their a an its recent previous earlier original latest last following both either
  commit commits changeset changesets revision rev sha hash pr prs mr mrs pull request requests ticket change changes patch
  merge merging merged landing of in from part as bad offending named called number no`);

/** After one of these the fault is a fact of that change; the preposition must follow. */
export const BREAKING = words(`
  broken broke breaks break regressed regresses regress regression regressions breakage fallout caused triggered provoked
  induced`);
/** Their "since" and "after" are statements too: a thing "broken since #12" was broken by it. */
export const BREAKING_PREPOSITIONS = words('in by with from of at via through to since after during due');

/** Slips that only people make: "typo in #12" names the change without any verb. */
export const SLIPS = words(
  'typo typos mistake mistakes oversight oversights thinko blunder goof slip omission mismerge',
);

/** "introduced in #12" alone says nothing bad; these need a fault beside them. */
export const ARRIVALS = words(`
  introduced introducing introduces added adding created creating came come comes coming crept slipped sneaked snuck
  appeared appears arose arisen arising started starting starts began exposed surfaced shipped landed merged originated
  originates originating stems stemming stemmed resulting results resulted emerged emerging happening happens happened
  occurred occurs occurring injected inserted committed present seen dates dating brought made regressing uncovered
  reintroduced re-introduced leaked`);
export const ARRIVAL_PREPOSITIONS = words('in by with from at via through since after as into during');

/** "due to #12", "because of #12": a cause, and of a fault when a fault stands beside it. */
export const REASONS: readonly (readonly string[])[] = [
  ['due', 'to'],
  ['because', 'of'],
  ['thanks', 'to'],
  ['owing', 'to'],
  ['result', 'of'],
  ['consequence', 'of'],
  ['effect', 'of'],
  ['attributed', 'to'],
  ['attributable', 'to'],
];

export const FAULTS = words(`
  bug bugs regression regressions error errors failure failures issue issues problem problems typo typos mistake mistakes
  breakage breakages crash crashes leak leaks defect defects fault faults race races deadlock deadlocks vulnerability
  vulnerabilities incompatibility incompatibilities flake flakes flakiness segfault segfaults segmentation exception
  exceptions outage outages incident incidents slowdown slowdowns corruption inconsistency inconsistencies misbehavior
  misbehaviour oversight oversights thinko panic panics hang hangs freeze loop overflow overflows underflow assertion
  warning warnings offense offenses offence violation violations mismatch mismatches duplication loss degradation
  vulnerability hole holes conflict conflicts anomaly glitch glitches nonsense discrepancy downtime spike timeout timeouts
  flaw flaws breaking-change backtrace fatal oom memory-leak slowness confusion divergence wart`);
export const FAULT_MODIFIERS = words(`
  broken failing faulty flaky wrong incorrect invalid bad buggy erroneous missing unintended unintentional accidental
  inadvertent undefined unexpected crashing leaking slow stale`);
/** Seen anywhere near, these say that something goes wrong. */
export const FAULT_VERBS = words(`
  fail fails failed failing break breaks broke broken crash crashes crashed crashing leak leaks leaked leaking raise raises
  throws hangs hung stopped regressed corrupts corrupted errors`);
export const FAULT_ADVERBS = words(`
  accidentally inadvertently mistakenly erroneously unintentionally incorrectly wrongly unwittingly unknowingly`);

/** Things that a change introduces on purpose; with one of these as the subject, "introduced in" is a feature. */
export const FEATURES = words(`
  test tests feature features support change changes option options method methods api apis behavior behaviour logic fix
  fixes file files comment comments header headers doc docs documentation approach deprecation deprecations code function
  functions helper helpers class classes module modules flag flags default defaults script scripts setting settings syntax
  config configuration type types argument arguments parameter parameters column columns table tables check checks
  validation batch case cases optimization optimisation refactoring refactor improvement improvements functionality
  feature-flag endpoint endpoints field fields variable variables constant constants hook hooks callback callbacks interface
  mechanism workaround hack dependency dependencies version rule rules guard requirement`);

export const NEGATIONS = words(`
  not n't never no none neither nor without cannot unrelated isn't wasn't aren't weren't didn't doesn't don't hasn't haven't
  won't wouldn't can't couldn't shouldn't unlikely nothing rather instead disproved disproven except`);
export const HYPOTHETICALS = words(
  'if whether unless would could should will can cannot avoid avoids avoiding prevent prevents preventing guard wondering',
);
export const HEDGES = words(`
  may might maybe perhaps probably possibly likely presumably apparently seems seem seemed appears suspect suspected suspects
  think believe guess looks guessing potentially possible assume assumed imho`);

/** Between a phrase and its reference these change the subject: "caused by a missing check (fixed in #12)". */
export const DIVERTERS = words(`
  fixed fixes fix fixing reported reports described describes discussed see refs ref mentioned addressed resolved resolves
  resolve closes closed close similar like unlike before until till than follow followup follow-up reverted solved tracked
  noted documented proposed suggested replaced superseded cf per requested implemented`);

/** Subjects of the pronoun kind: what they stand for is in the sentence before. */
export const PRONOUNS = words('this that it which these those they');
export const AUXILIARIES = words(`
  was were is are been being be got get gets has have had originally first recently also only just really actually first
  apparently probably likely presumably possibly subtly silently newly then already both all mostly partially seems seem
  appears to may might have been directly indirectly perhaps maybe`);
