import { wordCount, wordsKey } from './plain-text.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that name what is asked for; one of them must be there. */
const ASKING = set(`any rationale reason reasons description summary details detail level optional required applicable
  unknowns reversibility trigger triggers radius justification explanation how what why if notes note comments
  mitigations considerations steps plan plans strategy`);
/** Words that may stand beside them. A word that could be an answer alone (*users*, *database*) is in neither list. */
const BESIDE =
  set(`during time expected risk risks impact impacts impacted potential possible known open or and the a an
  of to for with in on by from this that these those it is are be due brief short scope blast mitigation step link links
  needed necessary relevant additional other area areas affected component components module modules system systems
  service services directory directories file files team teams owner owners assessment analysis list breaking change
  changes side effect effects regression regressions backward backwards compatibility rollback rollout concern concerns
  assumptions limitations exists introduced introduce type severity likelihood probability technical business main key
  major primary p p0 p1 p2 p3 tbc n`);
const CONTAINER =
  /^(?:components?|modules?|systems?|services?|directories|files|areas?|teams?|owners?|packages|apps|applications|environments?)$/;
const CJK_WORDS =
  /风险|風險|等级|理由|系统|模块|目录|影响|影響|范围|範囲|回滚|方案|描述|说明|原因|级别|相关|列出|填写|概要|詳細|内容|説明|記載|記入|手順|方法|対象|リスク|レベル|変更|等|など|または|および|以及|请|或|与|和|及|的|や|と|の|を|は|が|、|，|・|,|\s/g;
const CJK_ASKING = /理由|描述|说明|概要|詳細|説明|記載|記入|手順|方法|填写|列出|等级|レベル/;

/** A short line made of nothing but words that name what is asked for: `Rationale`, `Known risks and mitigation`. */
export function isMetaOnly(text: string): boolean {
  if (text.length > 200) return false;
  const key = wordsKey(text).replace(/[’‘]/g, "'");
  if (key.length > 120 || wordCount(key) > 12) return false;
  const words = key.replace(/[^\p{L}\p{N}\s]/gu, ' ');
  const cjk = words.replace(/[^\u2E80-\uFFFF]/g, '');
  if (cjk !== '' && (cjk.length < 4 || cjk.replace(CJK_WORDS, '') !== '')) return false;
  const latin = words
    .replace(/[\u2E80-\uFFFF]/g, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !/^\d$/.test(word));
  if (latin.length === 0) return CJK_ASKING.test(cjk);
  if (!latin.every((word) => BESIDE.has(word) || ASKING.has(word) || CONTAINER.test(word))) return false;
  if (latin.some((word) => ASKING.has(word))) return true;
  const things = latin.filter((word) => word !== 'or' && word !== 'and');
  if (things.length >= 2 && things.every((word) => CONTAINER.test(word))) return true;
  const line = latin.join(' ');
  return (
    (/^risks?\b/.test(line) && /^\s*risks?\s*\d\b/.test(words)) ||
    /^(?:potential|possible|known|open)\b.*\b(?:or|and|risks|impacts|issues|concerns)\b/.test(line)
  );
}
