import { expect, it } from 'vitest';
import { checkOperations, operationsUsed, unusedPermissions } from './check-operations.ts';
import { OPERATION_PERMISSIONS } from './operation-permissions.ts';
import { readOperations } from './read-operations.ts';

it('names only operations that GitHub describes', () => {
  const known = new Set(readOperations().map((operation) => operation.operationId));
  const unknown = Object.keys(OPERATION_PERMISSIONS).filter((id) => !known.has(id) && id !== 'graphql');
  expect(unknown).toEqual([]);
});

it('lists each operation of a log once', () => {
  const log = ['pulls/get', null, 'checks/create', 'pulls/get'].map((operationId) => ({ operationId }));
  expect(operationsUsed(log)).toEqual(['checks/create', 'pulls/get']);
});

it.each([
  [['checks/create'], { checks: 'write' }, []],
  [['checks/create'], { checks: 'read' }, ['checks/create needs checks: write']],
  [['issues/add-labels'], { pull_requests: 'write' }, []],
  [['issues/add-labels'], {}, ['issues/add-labels needs issues: write or pull_requests: write']],
  [['apps/list-webhook-deliveries', 'rate-limit/get'], {}, []],
  [['gists/create'], {}, ['gists/create: its permission is not in OPERATION_PERMISSIONS']],
])('%j with %j', (operations, granted, findings) => {
  expect(checkOperations(operations, granted)).toEqual(findings);
});

it('finds permissions that nothing makes use of', () => {
  const granted = { checks: 'write', contents: 'write', members: 'read' };
  expect(unusedPermissions(['checks/create', 'repos/get-content'], granted)).toEqual([
    'contents: write, read would do',
    'members: read',
  ]);
});
