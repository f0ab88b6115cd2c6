/** What is told of every answer of GitHub, for limits and metrics. */
export interface GitHubAnswer {
  readonly status: number;
  readonly headers: Headers;
}
