const FIXES =
  /^(?:\[[^\]]{0,40}\]\s*)?(?:(?:bug|hot)?fix(?:e[sd])?\b|(?:bug|hot)fix(?:\([^)]{0,60}\))?!?:|fix(?:\([^)]{0,60}\))?!?:|repair|resolve[sd]?\b|correct(?:s|ed)?\b|(?:不具合|バグ|障害)?(?:を)?(?:修正|改修|直す|直した))|(?:不具合|バグ|障害|デグレ).{0,40}(?:修正|対応|解消)/iu;
const COSMETIC =
  /\b(?:typos?|spelling|grammar|readme|changelog|comments?|docs?|documentation|lint(?:er|ing)?|rubocop|eslint|prettier|formatting|indentation|whitespace|style|ci|builds?|tests?|specs?|flaky|links?|warnings?|rdoc|guides?)\b|\[(?:ci skip|skip ci)\]|タイポ|誤字|ドキュメント|テスト|コメント/iu;

/** Whether a title says that something in the product was repaired. Titles that repair words, tests or builds are not faults. */
export function looksLikeFix(title: string): boolean {
  const head = title.slice(0, 200);
  return FIXES.test(head) && !COSMETIC.test(head);
}
