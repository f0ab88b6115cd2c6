import type { INCIDENT_CAUSES } from '../../domain/incident/incident-cause.ts';
import type { Locale } from '../../domain/locale.ts';

type Names = Readonly<Record<(typeof INCIDENT_CAUSES)[number], string>>;

const NAMES: Readonly<Record<Locale, Names>> = {
  en: {
    code: 'Code',
    configuration: 'Configuration',
    dependency: 'Dependency',
    'data-or-migration': 'Data or migration',
    capacity: 'Capacity',
    process: 'Process',
    external: 'External',
    unknown: 'Unknown',
  },
  ja: {
    code: 'コード',
    configuration: '設定',
    dependency: '依存関係',
    'data-or-migration': 'データ・移行',
    capacity: '容量',
    process: 'プロセス',
    external: '外部要因',
    unknown: '不明',
  },
};

/** What a cause is called; one of the configuration's own keeps its id, not yet escaped. */
export function describeCause(cause: string, locale: Locale): string {
  const names: Readonly<Record<string, string>> = NAMES[locale];
  return Object.hasOwn(names, cause) ? (names[cause] ?? cause) : cause;
}
