import { expect, it } from 'vitest';
import { judgeGraphqlQuery } from './judge-graphql-query.ts';

it.each([
  ['query ($o: String!) { repository(owner: $o, name: "shop") { id object(expression: "main:a") { oid } } }', null],
  ['{ repository(owner: "acme", name: "shop") { colour } }', 'Cannot query field "colour"'],
  ['{ repository(owner: "acme") { id } }', 'argument "name" of type "String!" is required'],
  ['query ($o: Int!) { repository(owner: $o, name: "shop") { id } }', 'Variable "$o" of type "Int!"'],
  ['{ repository(', 'Syntax Error'],
])('%s', (query, words) => {
  const findings = judgeGraphqlQuery(query);
  if (words === null) expect(findings).toEqual([]);
  else expect(findings.join('\n')).toContain(words);
});
