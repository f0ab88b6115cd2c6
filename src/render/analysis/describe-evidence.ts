import type { CauseEvidence } from '../../domain/attribution/evidence.ts';
import type { Locale } from '../../domain/locale.ts';
import { count, short } from './analysis-numbers.ts';
import { analysisTexts } from './analysis-texts-in.ts';

/** One piece of evidence in words; file names are the repository's and not yet escaped. */
export function describeEvidence(evidence: CauseEvidence, locale: Locale): string {
  const texts = analysisTexts(locale).evidence;
  switch (evidence.kind) {
    case 'stated':
      return evidence.certainty === 'stated' ? texts.stated : texts.hedged;
    case 'reverted':
      return texts.reverted;
    case 'blame': {
      const say = evidence.context ? texts.context : texts.blame;
      return say(count(evidence.lines), count(evidence.totalLines));
    }
    case 'files':
      return texts.files(evidence.shared.slice(0, 2).join(', '), Math.max(0, evidence.count - 2));
    case 'names':
      return texts.names;
    case 'owners':
      return texts.owners(evidence.owners.join(', '));
    case 'time':
      return texts.time(short(evidence.lagDays), count(evidence.changesSince));
    case 'prior':
      return evidence.reasons.map((reason) => texts.prior[reason](count(evidence.lines))).join(', ');
  }
}
