/** GitHub's numeric id is the key: owner and name change on rename and transfer. */
export interface Repository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly defaultBranch: string;
  readonly private: boolean;
}
