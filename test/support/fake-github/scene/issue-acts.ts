import { addComment, deleteComment, editComment } from '../acts/change-comments.ts';
import { addLabels, removeLabel } from '../acts/change-labels.ts';
import { editIssue, type IssueEdit, setIssueState } from '../acts/edit-issue.ts';
import { ensureAccount } from '../acts/ensure-account.ts';
import { deleteIssue, transferIssue } from '../acts/move-issue.ts';
import { openIssue } from '../acts/open-issue.ts';
import type { Comment, Issue } from '../state/issue.ts';
import type { Repository } from '../state/repository.ts';
import type { World } from '../state/world.ts';
import { issueNumbered, pullRequestNumbered } from './look-up.ts';
import type { AuthorSpec, SceneRepository } from './scene-repository.ts';

type Acts = Pick<
  SceneRepository,
  | 'openIssue'
  | 'transferIssue'
  | 'deleteIssue'
  | 'editBody'
  | 'editTitle'
  | 'label'
  | 'unlabel'
  | 'comment'
  | 'editComment'
  | 'deleteComment'
  | 'close'
  | 'reopen'
  | 'issue'
  | 'pullRequest'
  | 'labelsOf'
  | 'comments'
>;

export function issueActs(world: World, repository: Repository): Acts {
  const issue = (number: number) => issueNumbered(repository, number);

  function edit(number: number, change: IssueEdit, by?: string): void {
    const target = issue(number);
    editIssue(world, target, change, by === undefined ? target.user : ensureAccount(world, by));
  }

  function commentById(id: number): { readonly issue: Issue; readonly comment: Comment } {
    for (const candidate of repository.issues.values()) {
      const comment = candidate.comments.find((entry) => entry.id === id);
      if (comment !== undefined) return { issue: candidate, comment };
    }
    throw new Error(`${repository.name} has no comment ${id}`);
  }

  return {
    openIssue: ({ author = 'maintainer', body = null, labels = [], ...spec }) =>
      openIssue(world, repository, { ...spec, body, labels, user: accountOf(world, author) }),
    transferIssue: (number, to, by = 'maintainer') =>
      transferIssue(world, issue(number), to.state, ensureAccount(world, by)),
    deleteIssue: (number, by = 'maintainer') => deleteIssue(world, issue(number), ensureAccount(world, by)),
    editBody: (number, body, by) => edit(number, { body }, by),
    editTitle: (number, title, by) => edit(number, { title }, by),
    label: (number, names, by = 'maintainer') => addLabels(world, issue(number), names, ensureAccount(world, by)),
    unlabel: (number, name, by = 'maintainer') => {
      const removed = removeLabel(world, issue(number), name, ensureAccount(world, by));
      if (!removed) throw new Error(`#${number} has no label '${name}'`);
    },
    comment: (number, body, by = 'maintainer') => addComment(world, issue(number), body, ensureAccount(world, by)),
    editComment: (id, body, by) => {
      const found = commentById(id);
      editComment(
        world,
        found.issue,
        found.comment,
        body,
        by === undefined ? found.comment.user : ensureAccount(world, by),
      );
    },
    deleteComment: (id, by) => {
      const found = commentById(id);
      deleteComment(
        world,
        found.issue,
        found.comment,
        by === undefined ? found.comment.user : ensureAccount(world, by),
      );
    },
    close: (number, by = 'maintainer') => setIssueState(world, issue(number), 'closed', ensureAccount(world, by)),
    reopen: (number, by = 'maintainer') => setIssueState(world, issue(number), 'open', ensureAccount(world, by)),
    issue,
    pullRequest: (number) => pullRequestNumbered(repository, number),
    labelsOf: (number) => issue(number).labels.map((label) => label.name),
    comments: (number) => issue(number).comments,
  };
}

export function accountOf(world: World, author: string | AuthorSpec) {
  return typeof author === 'string' ? ensureAccount(world, author) : ensureAccount(world, author.login, author.type);
}
