import type { IncidentWindow } from './incident-history.ts';

/** Answers how many incidents the worst area around a path had: the file itself or any directory above it. */
export function incidentsAt(window: IncidentWindow): (path: string) => number {
  const counts = new Map<string, number>();
  for (const { path, incidents } of window.areas) {
    const area = path.replace(/\/$/, '');
    counts.set(area, Math.max(counts.get(area) ?? 0, incidents));
  }
  return (path) => {
    let worst = counts.get('') ?? 0;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
      worst = Math.max(worst, counts.get(path.slice(0, end)) ?? 0);
    }
    return worst;
  };
}
