import { inject } from 'vitest';

/** The address of a new, empty database on a real PostgreSQL. */
export async function newPostgresDatabase(): Promise<string> {
  const response = await fetch(inject('postgresDoor'), { method: 'POST' });
  const answer = await response.text();
  if (!response.ok) throw new Error(answer);
  return answer;
}
