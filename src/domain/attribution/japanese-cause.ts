/** How far around a reference Japanese phrases are looked for, in UTF-16 units. */
const SPAN = 40;

const FAULT =
  '(?:不具合|バグ|障害|デグレ(?:ード)?|エンバグ|問題|エラー|例外|クラッシュ|故障|インシデント|事故|失敗|不整合|リグレッション|回帰|退行|不備|ミス|漏れ|欠陥|落ち|壊|遅延|停止)';
const CHANGE =
  '(?:\\s*(?:の|で)?(?:変更|修正|改修|対応|マージ|リリース|デプロイ|コミット|リファクタ(?:リング)?|PR|プルリク(?:エスト)?|MR|反映|追加|削除|実装|移行|更新))?(?:内容|分|時)?';

/** After the reference. Every pattern is anchored and bounded. */
const AFTER: readonly RegExp[] = [
  new RegExp(
    `^${CHANGE}\\s*(?:が|は|こそ|の[^。、\\n]{0,8}(?:漏れ|ミス|バグ|不備)が)?(?:直接の|主な|根本|(?:この|今回の)?${FAULT}の)?(?:の)?(?:原因|要因|発端|引き金|トリガー|犯人|元凶|きっかけ)`,
    'u',
  ),
  new RegExp(`^${CHANGE}\\s*(?:に|が)起因`, 'u'),
  new RegExp(`^${CHANGE}\\s*起因`, 'u'),
  new RegExp(
    `^${CHANGE}\\s*(?:で|により|によって|から|にて|時に|の際に)[^。、\\n]{0,16}?(?:混入|埋め込|デグレ|エンバグ|壊れ|壊し|バグっ|リグレッション)`,
    'u',
  ),
  new RegExp(
    `^${CHANGE}\\s*(?:で|により|によって|から|にて)[^。、\\n]{0,12}?(?:入った|入り込んだ|発生した|発生し|起きた|生じた|導入された|作り込)[^。、\\n]{0,8}?${FAULT}`,
    'u',
  ),
  new RegExp(
    `^${CHANGE}\\s*(?:で|により|によって|から|にて|に)[^。、\\n]{0,14}?${FAULT}(?:が|を|に)?[^。、\\n]{0,8}?(?:発生|混入|起き|起こ|生じ|入っ|引き起こ|作り込|埋め込|出る|出た|なっ|誘発)`,
    'u',
  ),
  new RegExp(
    `^${CHANGE}\\s*(?:(?:による|に伴う|由来の|起因の|での)\\s*(?:(?:性能|重大な|軽微な)\\s*)?(?:不具合|バグ|障害)|(?:による|に伴う|由来の|起因の|での|の)\\s*(?:(?:性能|重大な|軽微な)\\s*)?(?:デグレ|エンバグ|リグレッション|退行|ミス|不備|考慮漏れ|副作用))`,
    'u',
  ),
  new RegExp(
    `^${CHANGE}\\s*(?:が|は)[^。、\\n]{0,20}?(?:を(?:壊し|引き起こし|発生させ|混入させ|落とし)|にバグを|デグレさせ)`,
    'u',
  ),
  new RegExp(
    `^${CHANGE}\\s*(?:の影響で|のせいで|のために|以降)[^。\\n]{0,30}?(?:壊れ|落ち|失敗|動かな|できな|エラー|不具合|障害|表示されな|デグレ|おかし)`,
    'u',
  ),
];
/** Before the reference. */
const BEFORE: readonly RegExp[] = [
  /(?:原因|要因|発端|犯人|元凶|引き金)(?:と(?:なった|なる|思われる|みられる|考えられる))?(?:の)?(?:は|が|:|：|=)?\s*(?:の)?(?:PR|プルリク(?:エスト)?|コミット|変更|MR|commit)?\s*(?:は|が|:|：|=)?\s*[(（]?\s*$/u,
  /(?:混入元|混入箇所|導入元|発生元|デグレ元)(?:の)?(?:PR|コミット|変更)?\s*(?:は|:|：)?\s*$/u,
  /bisect[^。\n]{0,20}(?:と|結果)[^。\n]{0,8}(?:は|:|：|、)?\s*$/u,
];
const REVERT =
  /^(?:\s*(?:の)?(?:変更|修正|対応|マージ|コミット|PR)?)?\s*(?:を|の)?\s*(?:一旦|いったん|一時的に|手動で)?\s*(?:revert|リバート|取り消|取消|切り戻|切戻|巻き戻|差し戻|元に戻|打ち消)/iu;
const REVERT_BEFORE = /(?:revert|リバート|切り戻し|切戻し|取り消し|巻き戻し)\s*(?:対象|元)?\s*(?::|：|=)\s*$/iu;

const NEGATED =
  /(?:では?な|じゃな|ではあり|でもな|とは?(?:関係|無関係|別)|関係(?:は)?(?:な|あり)|無関係|していな|されていな|しな(?:い|か)|せず|かどうか|可能性は(?:低|な)|なのか|でしょうか|ですか|違(?:い|う|っ)|否定|ません)/u;
const REVERT_NEGATED =
  /(?:しな|せず|ません|不要|必要(?:は)?な|すべき|べきか|したい|すれば|しても|する(?:必要|予定|場合)|できな)/u;
const HEDGED =
  /(?:かも|可能性|疑|おそらく|恐らく|多分|たぶん|と思|みられ|考えられ|らしい|ようだ|ようです|っぽ|推定|推測)/u;

export interface JapaneseMatch {
  readonly kind: 'fault' | 'revert';
  readonly certainty: 'stated' | 'hedged';
}

/** Judges the words around a reference; `left` and `right` are the rest of its sentence. */
export function matchJapaneseCause(left: string, right: string): JapaneseMatch | undefined {
  const before = left.slice(-SPAN);
  const after = right.slice(0, SPAN);
  if (REVERT.test(after) || REVERT_BEFORE.test(before)) {
    return REVERT_NEGATED.test(after) ? undefined : { kind: 'revert', certainty: 'stated' };
  }
  const stated = AFTER.some((pattern) => pattern.test(after)) || BEFORE.some((pattern) => pattern.test(before));
  if (!stated || NEGATED.test(after) || /[?？]\s*$/u.test(right)) return undefined;
  const hedged = HEDGED.test(after) || HEDGED.test(before);
  return { kind: 'fault', certainty: hedged ? 'hedged' : 'stated' };
}
