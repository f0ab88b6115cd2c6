import type { IncidentArea, IncidentWindow } from './incident-history.ts';

/** Answers which area around a path had the most incidents: the file itself or any directory above it, the nearest of equals. */
export function worstAreaAt(window: IncidentWindow): (path: string) => IncidentArea | undefined {
  const counts = new Map<string, number>();
  for (const { path, incidents } of window.areas) {
    const area = path.replace(/\/$/, '');
    counts.set(area, Math.max(counts.get(area) ?? 0, incidents));
  }
  return (path) => {
    let worst: IncidentArea | undefined;
    const look = (area: string): void => {
      const incidents = counts.get(area) ?? 0;
      if (incidents > (worst?.incidents ?? 0)) worst = { path: area, incidents };
    };
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) look(path.slice(0, end));
    look('');
    return worst;
  };
}
