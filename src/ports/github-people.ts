/** Who is meant by a login or a team: account ids. `null` is GitHub's 404; other trouble throws `GitHubError`. */
export interface GitHubPeople {
  readonly accountId: (login: string) => Promise<number | null>;
  /** `team` is `organisation/team`. Members of child teams are among them. */
  readonly teamMemberIds: (team: string) => Promise<readonly number[] | null>;
}
