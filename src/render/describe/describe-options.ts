import type { StatementPolicy } from '../../domain/statement/statement-policy.ts';
import type { Ink } from '../ink.ts';

export interface DescribeOptions {
  /** Markdown, unless told otherwise. */
  readonly ink?: Ink;
  /** Names the fields; without them their ids do. */
  readonly fields?: StatementPolicy['fields'];
}
