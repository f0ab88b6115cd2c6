import type { ReportContext } from '../report-context.ts';
import type { ReportSection } from '../report-document.ts';

/** The appendix: how it was counted, and what cannot be seen. */
export function methodSection({ texts }: ReportContext): ReportSection {
  const { points, limits, limitsHeading } = texts.method;
  return {
    id: 'method',
    heading: texts.heading.method,
    blocks: [
      { kind: 'list', items: points },
      { kind: 'heading', text: limitsHeading },
      { kind: 'list', items: limits },
    ],
    folded: true,
  };
}
