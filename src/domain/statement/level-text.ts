import { wordsKey } from './plain-text.ts';

const LEVELS = [
  ...[
    'low',
    'medium',
    'med',
    'mid',
    'high',
    'minimal',
    'minor',
    'moderate',
    'major',
    'critical',
    'severe',
    'negligible',
    'small',
    'tiny',
    'trivial',
    'large',
    'little',
    'limited',
    'lowest',
    'highest',
    'normal',
    'lo',
    'hi',
  ],
  ...[
    '低',
    '中',
    '高',
    '小',
    '大',
    '低い',
    '高い',
    '小さい',
    '大きい',
    '軽微',
    '極小',
    '僅少',
    '较低',
    '较高',
    '较小',
    '中等',
    '轻微',
    '一般',
    '严重',
  ],
  ...['낮음', '보통', '높음', '중간', '작음', '큼', '낮습니다', '경미', '상', '하'],
  ...['s', 'm', 'l', 'xs', 'xl', 'p0', 'p1', 'p2', 'p3', 'p4', 'sev1', 'sev2', 'sev3', 'sev4'],
];
const LEVEL_SET: ReadonlySet<string> = new Set(LEVELS);
// Words that may stand beside a level without giving it a reason.
const BESIDE =
  /\b(?:very|quite|fairly|pretty|extremely|really|rather|relatively|super|ultra|to|or|risk|impact|level|severity|overall|is|the|a|an|its|it's|this|change|pr|of|in|my|opinion|i|think|believe|would|say|imo|should|be|has|probably|likely|only)\b|リスク|レベル|影響度?|範囲|です|である|程度|は|が|の|非常に|とても|かなり|比較的|风险|影响|等级|较|很|非常|比较|위험도?|영향도?|매우|입니다/g;

/** A risk level and nothing else: it states something, but not why. */
export function isLevelOnly(text: string): boolean {
  if (text.length > 300) return false;
  const words = wordsKey(text)
    .replace(/[.。!！,、，;:：()[\]"'“”]/g, ' ')
    .trim();
  if (words.length > 80) return false;
  const rest = words
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(BESIDE, ' ')
    .split(/[\s/-]+/)
    .filter((word) => word !== '');
  return rest.length > 0 && rest.length <= 2 && rest.every((word) => LEVEL_SET.has(word));
}

export function isLevelWord(word: string): boolean {
  return LEVEL_SET.has(word);
}
