/** The languages that Hiyari writes to people. Every text exists in each of them. */
export const LOCALES = ['en', 'ja'] as const;
export type Locale = (typeof LOCALES)[number];
