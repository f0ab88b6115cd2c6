import { describe, expect, it } from 'vitest';
import { assignProjects, type MembershipFacts } from '../../../src/domain/project/assign-projects.ts';
import { compileProjects } from '../../../src/domain/project/compile-projects.ts';
import type { ProjectMatch } from '../../../src/domain/project/project.ts';
import { memberReferences, membersOf } from '../../../src/domain/project/project-members.ts';
import { sampleProject } from './samples.ts';

const ALICE = 4_294_967_301;
const BOB = 12;

function change(changes: Partial<MembershipFacts> = {}): MembershipFacts {
  return {
    title: 'Move the ledger',
    headRef: 'feature/ledger',
    milestone: null,
    labels: [],
    files: [{ path: 'app/ledger.ts', status: 'modified', additions: 1, deletions: 1 }],
    author: { id: BOB, type: 'user' },
    ...changes,
  };
}

function belongs(match: Partial<ProjectMatch>, facts: Partial<MembershipFacts>): boolean {
  const projects = [sampleProject({ match })];
  const members = membersOf(
    projects,
    new Map([
      ['alice', [ALICE]],
      ['acme/payments', [ALICE, BOB]],
    ]),
  );
  return assignProjects(change(facts), compileProjects(projects, members)).length > 0;
}

const moved = {
  path: 'lib/new.ts',
  previousPath: 'legacy/old.ts',
  status: 'renamed',
  additions: 0,
  deletions: 0,
} as const;

describe('a change belongs to a project', () => {
  it.each<[string, Partial<ProjectMatch>, Partial<MembershipFacts>, boolean]>([
    ['by label, whatever its case', { labels: ['Project: Refactor'] }, { labels: ['a', 'project: refactor'] }, true],
    ['not by a part of a label', { labels: ['refactor'] }, { labels: ['project: refactor'] }, false],
    ['by branch', { branches: ['refactor/**'] }, { headRef: 'refactor/a/b' }, true],
    [
      'not by a branch taken out again',
      { branches: ['refactor/**', '!refactor/spike'] },
      { headRef: 'refactor/spike' },
      false,
    ],
    ['not by branch when it is a direct push', { branches: ['**'] }, { headRef: null }, false],
    ['by path', { paths: ['app/**'] }, {}, true],
    ['by the old name of a file', { paths: ['legacy/**'] }, { files: [moved] }, true],
    ['not by a path taken out again', { paths: ['app/**', '!app/ledger.ts'] }, {}, false],
    ['not by path without files', { paths: ['**'] }, { files: [] }, false],
    ['by milestone', { milestones: ['Q3: ledger'] }, { milestone: 'q3: Ledger ' }, true],
    ['not by another milestone', { milestones: ['Q3'] }, { milestone: 'Q3 2026' }, false],
    ['by the beginning of its title', { titlePrefixes: ['[Ledger]'] }, { title: ' [ledger] Move it' }, true],
    ['by a title in full-width characters', { titlePrefixes: ['【基盤】'] }, { title: '【基盤】台帳を移す' }, true],
    ['not by the middle of its title', { titlePrefixes: ['ledger'] }, {}, false],
    ['by author', { authors: ['Alice'] }, { author: { id: ALICE, type: 'user' } }, true],
    ['not by an author whom nobody could look up', { authors: ['carol'] }, {}, false],
    ['by team', { teams: ['Acme/Payments'] }, {}, true],
    ['by being a bot’s', { authors: ['*[bot]'] }, { author: { id: 5, type: 'bot' } }, true],
    ['not by matching nothing', {}, {}, false],
  ])('%s', (_, match, facts, expected) => {
    expect(belongs(match, facts)).toBe(expected);
  });

  it('to several, sorted, each once', () => {
    const projects = [
      sampleProject({ id: 'z', match: { paths: ['app/**'], labels: ['x'] } }),
      sampleProject({ id: 'other', match: { paths: ['docs/**'] } }),
      sampleProject({ id: 'a', match: { titlePrefixes: ['move'] } }),
    ];
    const compiled = compileProjects(projects, new Map());
    expect(assignProjects(change({ labels: ['x'] }), compiled)).toEqual(['a', 'z']);
    expect(assignProjects(change(), compileProjects([], new Map()))).toEqual([]);
  });
});

describe('memberReferences', () => {
  it('names every login and team once, in lower case, and none for bots in general', () => {
    const projects = [
      sampleProject({ match: { authors: ['Alice', '*[bot]'], teams: ['Acme/Payments'] } }),
      sampleProject({ id: 'b', match: { authors: ['alice'] } }),
    ];
    expect(memberReferences(projects)).toEqual(['acme/payments', 'alice']);
  });
});
