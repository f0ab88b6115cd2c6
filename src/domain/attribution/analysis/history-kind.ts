/** How a change came to the main line. */
export const HISTORY_KINDS = ['merge', 'squash', 'plain'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];
