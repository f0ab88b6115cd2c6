import type { Locale } from '../../domain/locale.ts';
import { type Agreement, type Alignment, missingAgreement } from '../../domain/project/alignment.ts';
import type { MeasuredExpectation } from '../../domain/project/measure-expectations.ts';
import type { Project } from '../../domain/project/project.ts';
import { renderMarker } from '../comment/marker.ts';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { inlineCode } from '../escape/inline-code.ts';
import { bullets } from '../layout/bullets.ts';
import { joinBlocks } from '../layout/join-blocks.ts';
import { renderTable } from '../layout/render-table.ts';
import { textsIn } from '../texts/texts-in.ts';
import { type AlignmentTexts, alignmentTexts } from './alignment-texts.ts';
import { actualOf } from './expectation-rows.ts';
import { formatTarget } from './format-measure.ts';
import { projectTexts } from './project-texts.ts';

export interface AlignmentView {
  readonly project: Pick<Project, 'id' | 'title' | 'agreedBy'>;
  readonly alignment: Pick<Alignment, 'hash' | 'targets' | 'agreedTargets' | 'state'>;
  /** To any targets, oldest first. */
  readonly agreements: readonly Agreement[];
  readonly measured: readonly MeasuredExpectation[];
  /** `2026-11-24` */
  readonly day: string;
}

export const ALIGNMENT_MARKER = 'alignment';
const MOST_EARLIER = 20;
const BOX = /^[ \t]{0,3}[-*+] \[([ xX])\] <!-- hiyari:agree ([\w-]{8,64}) -->/gm;

/** The title as text: GitHub shows it as it is. */
export function alignmentTitle({ title }: Pick<Project, 'title'>, locale: Locale): string {
  return alignmentTexts(locale).title(title);
}

/** The body: targets as measured, proposed and agreed, who has agreed, and a box. */
export function renderAlignment(view: AlignmentView, locale: Locale): string {
  const texts = alignmentTexts(locale);
  const { project, alignment, agreements } = view;
  const now = agreements.filter(({ hash }) => hash === alignment.hash);
  const before = agreements.filter(({ hash }) => hash !== alignment.hash).slice(-MOST_EARLIER);
  const { complete } = missingAgreement(project.agreedBy, now);
  const blocks = [
    texts.intro(`**${escapeMarkdown(project.title)}**`, '`.github/impact.yml`'),
    targetsTable(view, locale),
    texts.measuredOn(view.day),
    `### ${texts.who}`,
    bullets(peopleOf(project.agreedBy, now, texts)),
    ...(complete ? [texts.complete] : alignment.state === 'closed' ? [texts.closed] : []),
    // Who was asked has agreed: an empty box would look as if something were missing.
    ...(complete || alignment.state === 'closed'
      ? []
      : [`- [ ] <!-- hiyari:agree ${alignment.hash} --> ${texts.box}`, texts.how(inlineCode('/impact agree'))]),
    ...(alignment.state === 'closed' ? [] : [texts.toChange]),
    ...(before.length === 0
      ? []
      : [
          `### ${texts.earlier}`,
          bullets(before.map(({ login, at }) => texts.earlierLine(inlineCode(login), at.slice(0, 10)))),
        ]),
  ];
  const marker = renderMarker({ kind: ALIGNMENT_MARKER, key: project.id });
  return `${marker}\n${joinBlocks(blocks, textsIn(locale).check.cut, 60_000)}\n`;
}

/** The hashes of targets whose box is ticked. */
export function parseAgreementBoxes(body: string): readonly string[] {
  return [...body.slice(0, 65_536).matchAll(BOX)].flatMap(([, mark, of]) => (mark === ' ' ? [] : (of ?? [])));
}

function targetsTable({ alignment, measured }: AlignmentView, locale: Locale): string {
  const texts = projectTexts(locale);
  const { column } = alignmentTexts(locale);
  const agreed = new Map((alignment.agreedTargets ?? []).map(({ measure, target }) => [measure, target]));
  return renderTable(
    [column.expectation, column.measured, column.proposed, column.agreed, column.status],
    measured.map((one) => {
      const before = agreed.get(one.measure);
      return [
        texts.measure[one.measure],
        actualOf(one, texts),
        formatTarget(one.measure, one.target, texts),
        before === undefined ? '–' : formatTarget(one.measure, before, texts),
        one.doubt === null ? texts.status[one.status] : `${texts.status[one.status]}: ${texts.doubt[one.doubt]}`,
      ].map((cell) => escapeMarkdown(cell));
    }),
  );
}

function peopleOf(agreedBy: readonly string[], now: readonly Agreement[], texts: AlignmentTexts): readonly string[] {
  const agreed = now.map(({ login, speaksFor, at }) => {
    const teams = speaksFor.filter((name) => name.includes('/')).map((name) => inlineCode(name));
    const name = teams.length === 0 ? inlineCode(login) : `${inlineCode(login)} (${teams.join(', ')})`;
    return texts.hasAgreed(name, at.slice(0, 10));
  });
  const { complete, names } = missingAgreement(agreedBy, now);
  const missing = agreedBy.length === 0 && !complete ? [texts.maintainer] : names.map((name) => inlineCode(name));
  return [...agreed, ...missing.map(texts.hasNotAgreed)];
}
