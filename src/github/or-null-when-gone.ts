import { GitHubError } from '../ports/github-error.ts';

/** GraphQL answers what is not there with an error, where REST has its 404. */
export async function orNullWhenGone<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitHubError && error.fault === 'gone') return null;
    throw error;
  }
}
