import { MODES, type Mode } from '../domain/statement/statement-policy.ts';

const MODE_LINE = new RegExp(`^mode:[ \\t]*(["']?)(${MODES.join('|')})\\1[ \\t]*(?:#.*)?\\r?$`, 'm');

/**
 * The mode of a configuration that cannot be used, so that it fails closed where it would have enforced and does not
 * block a team that only takes advice. `extended` is the text that it builds on, `null` when that could not be had.
 * When nobody can tell, it is `enforce`.
 */
export function salvageMode(own: string, extended: string | null): Mode {
  const ownMode = readMode(own);
  if (ownMode !== null) return ownMode;
  if (/^["']?extends\b/m.test(own)) {
    return extended === null ? 'enforce' : (readMode(extended) ?? whereUnsaid(extended));
  }
  return whereUnsaid(own);
}

function readMode(text: string): Mode | null {
  const word = MODE_LINE.exec(text)?.[2];
  return MODES.find((mode) => mode === word) ?? null;
}

/** A text that speaks of a mode in some unreadable way, or cannot be had at all (NULs), may have meant `enforce`. */
function whereUnsaid(text: string): Mode {
  return /\bmode\b/.test(text) || text.includes('\0') ? 'enforce' : 'advise';
}
