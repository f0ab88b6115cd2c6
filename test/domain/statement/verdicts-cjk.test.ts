import { describe, expect, it } from 'vitest';
import { judgeStatement } from '../../../src/domain/statement/judge-statement.ts';
import { policyFor } from './policy-for.ts';

type Table = Readonly<Record<'filled' | 'level' | 'none' | 'placeholder', readonly string[]>>;

const JAPANESE: Table = {
  filled: [
    '注文一覧の表示が遅くなる可能性があります。',
    '請求バッチのみ',
    '全ユーザー',
    '全機能',
    'ログイン画面に影響します。',
    '既存のAPIクライアントは再認証が必要になります。',
    'APIへの影響はありませんが、バッチの実行時間が延びます。',
    '影響は少ないですが、検索結果の並びが変わります。',
    '影響は限定的で、管理画面だけが対象です。',
    'キャッシュが消えるため、リリース直後は応答が遅くなります。',
    '- API：/v1/orders の応答が変わる\n- DB：なし',
    '影響範囲：決済ワーカー',
    '影響がないか確認できていません。',
    '影響がないとは言えない',
    '高：共通部品を変更しているため',
    'マイグレーション中は書き込みできません。',
    'デプロイ前にマイグレーションを実行してください。',
    '問題が起きたらこのPRを戻してください。',
    'なし。ただし、初回起動時に数分かかります。',
    '- [x] あり\n- [ ] なし\n\n注文画面の並び順が変わる',
    'エラー時の文言が変わります',
    'エラー時はログを残す。',
    'リリース後にエラー率を確認してください。',
    '古いデータを消す',
    '不要な行を削除する',
    '| 対象 | 影響 |\n| --- | --- |\n| API | 必須項目が増える |',
  ],
  level: ['低', '中', '軽微', '小さい', 'リスクは低いです。', '影響度：低'],
  none: [
    'なし',
    '無し',
    'ない',
    'なし。',
    '特になし',
    '特にありません',
    '特に無し。',
    'ありません',
    '該当なし',
    '該当なし（ドキュメントのみの変更のため）',
    '影響なし',
    '影響はありません',
    '影響はありません。',
    '影響はないと考えています。',
    '既存機能への影響はありません',
    '他の機能への影響は特にありません。',
    'このPRはテストだけの変更なので、影響はありません。',
    'リスクなし',
    'リスクは特にない',
    '破壊的変更はありません',
    '問題ありません',
    '不要',
    '対象外',
    '- なし',
    '**なし**',
    '- [x] なし\n- [ ] あり',
    '- API：なし\n- DB：なし',
    '影響を与えません',
  ],
  placeholder: [
    '<!-- ある場合は書く -->',
    '- [ ] なし\n- [ ] あり',
    '- 影響するAPI：\n- 影響するDB：',
    '- 連携先： 店舗 / 倉庫 / なし',
    'なし / あり',
    '未定',
    '後で書きます',
    '追記予定',
    '記入中',
    'ここに記入してください',
    '影響範囲を記載してください。',
    '影響範囲を記載',
    '影響のある機能を箇条書きで記入すること',
    '(影響範囲について知っていることを共有する)',
    '影響はありますか？',
    '既存機能に影響があるか',
    '影響がある場合は記述',
    'リスクがあれば記載する。',
    '※ない場合は「なし」と記載',
    '例：ログイン画面',
    '（任意）',
    '・',
    'ー',
    'テスト',
    '- 低\n- 中\n- 高',
    '低 / 中 / 高',
    '影響範囲の詳細',
  ],
};

const CHINESE: Table = {
  filled: [
    '订单列表会变慢。',
    '只影响后台管理页面',
    '升级期间需要停机五分钟',
    '所有用户',
    '请在部署前执行迁移脚本',
    '不影响接口，但是缓存会被清空。',
    '可能会导致登录态失效',
    '- 接口：返回值增加字段\n- 数据库：无',
    '說明：舊版客戶端需要升級',
    '高：公共模块被修改',
  ],
  level: ['低', '中等', '风险较低', '低风险'],
  none: [
    '无',
    '無',
    '没有',
    '暂无',
    '无影响',
    '无风险',
    '没有影响',
    '不涉及',
    '不适用',
    '无。',
    '无，仅修改文档',
    '不会影响现有功能',
    '对现有功能没有影响。',
    '没有任何风险',
    '- [x] 无\n- [ ] 有',
  ],
  placeholder: [
    '- [ ] 无\n- [ ] 有',
    '待补充',
    '待定',
    '请描述影响范围',
    '请说明可能的风险以及应对措施。',
    '简要描述本次变更的影响',
    '是否影响其他模块？',
    '有哪些风险？',
    '有 / 无',
    '如有，请说明',
    '（可选）',
    '- 风险等级与理由',
    '- 影响模块：\n- 影响接口：',
    '<!-- 请填写 -->',
  ],
};

const KOREAN: Table = {
  filled: [
    '주문 목록이 느려질 수 있습니다.',
    '결제 워커만 해당됩니다',
    '모든 사용자',
    '배포 전에 마이그레이션을 실행해 주세요.',
    '영향은 없지만 캐시가 초기화됩니다.',
    '- API: 응답 필드 추가\n- DB: 없음',
  ],
  level: ['낮음', '보통', '위험도: 낮음'],
  none: [
    '없음',
    '없습니다',
    '해당 없음',
    '영향 없음',
    '영향이 없습니다.',
    '기존 기능에 영향을 주지 않습니다',
    '특이사항 없음',
    '없음 (문서만 수정)',
    '- [x] 없음\n- [ ] 있음',
  ],
  placeholder: [
    '- [ ] 없음\n- [ ] 있음',
    '추후 작성',
    '미정',
    '영향 범위를 작성해주세요.',
    '어떤 영향이 있나요?',
    '변경의 영향을 요약합니다.',
    '있음 / 없음',
    '- 영향 받는 모듈:\n- API 변경 여부: [ ] Yes / [ ] No',
    '<!-- 작성 -->',
  ],
};

function judge(section: string, before: string, heading: string): ReturnType<typeof judgeStatement> {
  return judgeStatement(
    `## ${before}\n\nx y z\n\n## ${heading}\n\n${section}\n\n## ${before} 2\n\nabc\n`,
    policyFor(heading),
    null,
  );
}

describe.each([
  ['Japanese', JAPANESE, '概要', '影響範囲'],
  ['Chinese', CHINESE, '概述', '风险'],
  ['Korean', KOREAN, '요약', '영향 범위'],
] as const)('%s', (_, table, before, heading) => {
  it.each(table.filled)('filled: %j', (section) => expect(judge(section, before, heading).verdict).toBe('filled'));
  it.each(table.none)('none: %j', (section) => expect(judge(section, before, heading).verdict).toBe('none'));
  it.each(table.placeholder)('placeholder: %j', (section) =>
    expect(judge(section, before, heading).verdict).toBe('placeholder'),
  );
  it.each(table.level)('level without a reason: %j', (section) => {
    const { verdict, findings } = judge(section, before, heading);
    expect([verdict, findings[0]?.code]).toEqual(['filled', 'level-without-reason']);
  });
});
