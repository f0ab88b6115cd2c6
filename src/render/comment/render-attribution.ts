import {
  type AttributedCause,
  type Attribution,
  type LinkDecision,
  NO_CHANGE,
} from '../../domain/attribution/attribution.ts';
import type { CauseEvidence } from '../../domain/attribution/evidence.ts';
import type { IncidentKey } from '../../domain/incident/incident.ts';
import type { Locale } from '../../domain/locale.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { joinBlocks } from '../layout/join-blocks.ts';
import { textsIn } from '../texts/texts-in.ts';
import { renderAttributionBox } from './attribution-boxes.ts';
import { attributionTexts, type ConfidenceWord } from './attribution-texts.ts';
import { commandUsage } from './command-usage.ts';
import { renderMarker } from './marker.ts';

export interface AttributionView {
  readonly incident: Pick<IncidentKey, 'externalId'>;
  readonly attribution: Pick<Attribution, 'candidates' | 'noChange' | 'fixes'>;
  readonly decisions: readonly LinkDecision[];
  readonly withdrawn: boolean;
  /** `owner/name` of the changes when the incident is told in another repository. */
  readonly repository: string | null;
  /** Titles, paths and what their repository is called stay untold: the changes are private, the incident is not. */
  readonly discreet: boolean;
  /** Ask before showing anything. */
  readonly blind: boolean;
}

type Sight = Pick<AttributionView, 'repository' | 'discreet'> & { readonly fixes: readonly number[] };

const MOST = 60_000;
const SHOWN_FILES = 3;
/** Fewer people ask what "very likely" means than what .83 means. */
const WORDS: readonly (readonly [number, ConfidenceWord])[] = [
  [0.8, 'certain'],
  [0.5, 'likely'],
  [0.2, 'possible'],
];

/** The one comment on an incident: what may have caused it, why we think so, and how to say that it did or did not. */
export function renderAttribution(view: AttributionView, locale: Locale): string {
  const texts = attributionTexts(locale);
  const marker = renderMarker({ kind: 'causes', key: view.incident.externalId });
  const blocks = view.withdrawn
    ? [texts.withdrawn]
    : view.blind
      ? [`### ${texts.heading}`, texts.blind, noChangeBox(false, locale), howToSay(locale)]
      : said(view, locale);
  return `${marker}\n${joinBlocks(blocks, textsIn(locale).check.cut, MOST)}\n`;
}

function said(view: AttributionView, locale: Locale): readonly string[] {
  const texts = attributionTexts(locale);
  const { attribution, decisions } = view;
  const sight = { repository: view.repository, discreet: view.discreet, fixes: attribution.fixes };
  const noChange = decisions.find(({ unit, verdict }) => unit === NO_CHANGE && verdict === 'confirmed');
  const settled = decisions.some(({ verdict }) => verdict === 'confirmed');
  const candidates = attribution.candidates.map((cause, at) => {
    const decision = decisions.find(({ unit }) => unit === cause.unit);
    return renderCandidate(cause, at, decision, sight, locale);
  });
  const likely = noChange === undefined && !settled ? [texts.noChange(percent(attribution.noChange))] : [];
  return [
    `### ${settled ? texts.settled : texts.heading}`,
    ...(noChange === undefined ? [] : [texts.saidNoChange(login(noChange.by), whyOf(noChange))]),
    ...(candidates.length === 0 && noChange === undefined ? [texts.none] : []),
    ...(candidates.length === 0 ? [] : [candidates.join('\n')]),
    ...likely,
    noChangeBox(noChange !== undefined, locale),
    `${howToSay(locale)} ${texts.guess}`,
  ];
}

function noChangeBox(ticked: boolean, locale: Locale): string {
  const words = attributionTexts(locale).box.noChange;
  return renderAttributionBox({ unit: NO_CHANGE, verdict: 'confirmed', ticked }, words);
}

function renderCandidate(
  cause: AttributedCause,
  at: number,
  decision: LinkDecision | undefined,
  sight: Sight,
  locale: Locale,
): string {
  const texts = attributionTexts(locale);
  const isConfirmed = decision?.verdict === 'confirmed';
  const confidence =
    decision === undefined
      ? `${texts.confidence[wordOf(cause.confidence)]} (${percent(cause.confidence)})`
      : texts[decision.verdict](login(decision.by), whyOf(decision));
  const title = sight.discreet || cause.title === '' ? null : escapeMarkdown(cause.title, 120);
  const evidence = cause.evidence.map((one) => `   - ${describeEvidence(one, sight, locale)}`);
  const boxes = (['confirmed', 'rejected'] as const).map(
    (verdict) =>
      `   ${renderAttributionBox({ unit: cause.unit, verdict, ticked: decision?.verdict === verdict }, texts.box[verdict])}`,
  );
  return [
    `${at + 1}. ${texts.candidate(nameOf(cause, isConfirmed, sight, locale), title, confidence)}`,
    ...evidence,
    ...boxes,
  ].join('\n');
}

/** Only a confirmed change is a reference: GitHub shows each one on the pull request that it names. */
function nameOf(
  { number, unit }: AttributedCause,
  linked: boolean,
  { repository, discreet }: Sight,
  locale: Locale,
): string {
  if (number === null) return attributionTexts(locale).directPush(inlineCode(unit.slice(0, 10)));
  // Whoever may know needs no more; a reference would be to another change, of this repository.
  if (discreet) return inlineCode(`#${number}`);
  const name = `${repository ?? ''}#${number}`;
  return linked ? name : inlineCode(name);
}

function describeEvidence(evidence: CauseEvidence, { discreet, fixes }: Sight, locale: Locale): string {
  const texts = attributionTexts(locale).evidence;
  switch (evidence.kind) {
    case 'stated':
      return evidence.certainty === 'stated' ? texts.stated : texts.hedged;
    case 'reverted':
      return texts.reverted;
    case 'blame': {
      const say = evidence.context ? texts.context : texts.blame;
      const words = say(`${evidence.lines}`, `${evidence.totalLines}`, fixedBy(fixes, locale));
      return evidence.plain === true ? `${words}${texts.plain}` : words;
    }
    case 'files': {
      if (discreet) return texts.filesHidden(evidence.count);
      const shown = evidence.shared.slice(0, SHOWN_FILES);
      const files = textsIn(locale).list(shown.map((path) => inlineCode(path, 120)));
      return texts.files(files, evidence.count - shown.length);
    }
    case 'names':
      return texts.names;
    case 'owners':
      return texts.owners(
        discreet ? null : textsIn(locale).list(evidence.owners.map((owner) => inlineCode(owner, 100))),
      );
    case 'time':
      return texts.time(attributionTexts(locale).lag(evidence.lagDays), evidence.changesSince);
    case 'prior':
      return textsIn(locale).list(evidence.reasons.map((reason) => texts.prior[reason](evidence.lines)));
  }
}

function fixedBy(fixes: readonly number[], locale: Locale): string {
  const shown = fixes.slice(0, 3).map((number) => inlineCode(`#${number}`));
  const { theFix } = attributionTexts(locale);
  return shown.length === 0 ? theFix : `${theFix} ${textsIn(locale).list(shown)}${locale === 'ja' ? ' ' : ''}`;
}

function howToSay(locale: Locale): string {
  return attributionTexts(locale).how({
    link: inlineCode(commandUsage('link', locale)),
    unlink: inlineCode(commandUsage('unlink', locale)),
    noChange: inlineCode(commandUsage('no-change', locale)),
  });
}

function wordOf(confidence: number): ConfidenceWord {
  return WORDS.find(([from]) => confidence >= from)?.[1] ?? 'weak';
}

/** Nobody is certain to the last percent. */
function percent(probability: number): string {
  return `${Math.min(99, Math.max(1, Math.round(probability * 100)))} %`;
}

function login(name: string): string {
  return escapeMarkdown(name, 40);
}

function whyOf({ why }: LinkDecision): string | null {
  return why === '' ? null : escapeMarkdown(why, 200);
}
