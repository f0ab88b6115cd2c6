import type { Detector } from './record-quality.ts';

const MONITORING =
  /monitor|alert|alarm|pager|sentry|grafana|datadog|prometheus|watchdog|\bslo\b|監視|アラート|アラーム|検知|モニタ/i;
const USERS = /user|customer|client|support|inquiry|ticket|利用者|ユーザ|顧客|お客|問い合わせ|問合せ|サポート/i;

/** The class of what noticed an incident; whoever else is named is one of the people. */
export function detectorOf(detectedBy: string | null): Detector {
  const words = detectedBy?.trim().slice(0, 500) ?? '';
  if (words === '') return 'unknown';
  if (MONITORING.test(words)) return 'monitoring';
  return USERS.test(words) ? 'users' : 'people';
}
