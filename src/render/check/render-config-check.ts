import type { Locale } from '../../domain/locale.ts';
import type { Annotation, CheckOutput } from '../../domain/pull-request/check-run.ts';
import type { ConfigPreview, PreviewedResult } from '../../domain/pull-request/config-preview.ts';
import { cutText } from '../escape/cut-text.ts';
import { oneLine } from '../escape/visible-text.ts';
import { textsIn } from '../texts/texts-in.ts';
import { checkOutput } from './check-output.ts';
import { type ConfigRemark, renderRemarks } from './render-remarks.ts';
import { renderName } from './render-overview.ts';
import { renderTable } from '../layout/render-table.ts';

export interface ConfigCheckInput {
  /** The configuration in this pull request; problems on other files (an extended one) get no annotation. */
  readonly path: string;
  readonly problems: readonly ConfigRemark[];
  /** `null` when there are problems, or nothing to compare with. */
  readonly preview: ConfigPreview | null;
}

/** The check `Hiyari config`: what is wrong with a changed configuration, line by line, and what it would change. */
export function renderConfigCheck({ path, problems, preview }: ConfigCheckInput, locale: Locale): CheckOutput {
  const { config } = textsIn(locale);
  const broken = problems.length > 0;
  return checkOutput(
    {
      conclusion: broken ? 'failure' : 'success',
      title: config.title({
        problems: problems.length,
        changes: broken || preview === null ? null : preview.changed.length,
      }),
      summaryBlocks: [
        broken ? config.problems(problems.length) : config.fine,
        ...renderRemarks(problems, locale),
        ...(broken || preview === null ? [] : renderPreview(preview, locale)),
      ],
      annotations: annotate(problems, path, config.annotation),
    },
    locale,
  );
}

/** Annotations are plain text: GitHub shows no Markdown in them. */
function annotate(remarks: readonly ConfigRemark[], path: string, title: string): readonly Annotation[] {
  return remarks
    .filter(({ file }) => file === path)
    .map(({ line, column, message }) => ({
      path,
      startLine: line,
      endLine: line,
      startColumn: column,
      level: 'failure',
      title,
      message: cutText(oneLine(message), 1000),
    }));
}

function renderPreview({ considered, changed, notPreviewed }: ConfigPreview, locale: Locale): readonly string[] {
  const { check, config } = textsIn(locale);
  const rows = changed.map((one) => [renderName(one, locale), resultOf(one.from, locale), resultOf(one.to, locale)]);
  return [
    `### ${config.preview}`,
    considered === 0 ? config.noPreview : config.previewCounts({ considered, changed: changed.length }),
    ...(rows.length > 0 ? [renderTable([check.pullRequest, config.before, config.after], rows)] : []),
    ...(notPreviewed > 0 ? [config.notPreviewed(notPreviewed)] : []),
  ];
}

function resultOf({ conclusion, level }: PreviewedResult, locale: Locale): string {
  const texts = textsIn(locale);
  return `${texts.check.mark[conclusion]} ${texts.check.conclusion[conclusion]}${texts.inBrackets(texts.atLevel[level])}`;
}
