import { z } from 'zod';
import { parseGlob } from '../../domain/risk/glob/parse-glob.ts';
import type { ConfigFault, ValueFormat } from '../config-problem.ts';
import { parseDate } from '../parse-date.ts';
import { parseDays, parseDuration } from '../parse-duration.ts';
import { parsePercentage } from '../parse-percentage.ts';
import { parseThreshold } from '../parse-threshold.ts';

/** The part of zod's refinement context that is needed here. */
interface IssueSink {
  addIssue(issue: { readonly code: 'custom'; readonly params: { readonly fault: ConfigFault } }): void;
}

/** How a fault travels through zod to `toProblems`. */
export function failWith(ctx: IssueSink, fault: ConfigFault): never {
  ctx.addIssue({ code: 'custom', params: { fault } });
  return z.NEVER;
}

/** A scalar with a format of its own; `pattern` and `examples` are for editors. */
function formatted<Value>(
  format: ValueFormat,
  parse: (text: string) => Value | undefined,
  meta: { readonly pattern: string; readonly examples: readonly string[]; readonly description?: string },
) {
  return z
    .unknown()
    .meta({ type: 'string', ...meta, examples: [...meta.examples] })
    .transform((value, ctx) => {
      const parsed = typeof value === 'string' ? parse(value) : undefined;
      return parsed === undefined ? failWith(ctx, { code: 'bad-format', format, got: printable(value) }) : parsed;
    });
}

function printable(value: unknown): string {
  return typeof value === 'object' && value !== null ? JSON.stringify(value).slice(0, 80) : String(value);
}

/** Words for people: one line, trimmed, not empty. */
export function words(limit: number) {
  return z
    .string()
    .meta({ minLength: 1, maxLength: limit })
    .transform((text, ctx) => {
      const trimmed = text.trim();
      if (trimmed === '') return failWith(ctx, { code: 'empty' });
      if (trimmed.length > limit) return failWith(ctx, { code: 'too-long', limit, got: trimmed.length });
      return trimmed;
    });
}

export function listOf<Item extends z.ZodType>(item: Item, limit: number) {
  return z.array(item).max(limit);
}

/** A number with both ends allowed. */
export function numberBetween(min: number, max: number) {
  return z
    .number()
    .meta({ minimum: min, maximum: max })
    .transform((value, ctx) =>
      value >= min && value <= max ? value : failWith(ctx, { code: 'out-of-range', min, max, got: value }),
    );
}

export function wholeNumberBetween(min: number, max: number) {
  return z
    .number()
    .meta({ type: 'integer', minimum: min, maximum: max })
    .transform((value, ctx) => {
      if (!Number.isInteger(value))
        return failWith(ctx, { code: 'bad-format', format: 'whole-number', got: String(value) });
      return value >= min && value <= max ? value : failWith(ctx, { code: 'out-of-range', min, max, got: value });
    });
}

const ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u;

export const id = formatted('id', (text) => (ID.test(text) ? text : undefined), {
  pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}$',
  examples: ['blast-radius', 'schema'],
});

export const duration = formatted('duration', parseDuration, {
  pattern: '^[1-9][0-9]{0,5}[mhdw]$',
  examples: ['30m', '24h', '7d', '2w'],
});

export const days = formatted('days', parseDays, { pattern: '^[1-9][0-9]{0,5}[dw]$', examples: ['180d', '26w'] });

export const threshold = formatted('threshold', parseThreshold, {
  pattern: '^(>=|<=|>|<|=) ?[0-9]{1,7}$',
  examples: ['>= 800', '> 20'],
});

export const percentage = formatted('percentage', parsePercentage, {
  pattern: '^[0-9]{1,3}(\\.[0-9]{1,3})?%$',
  examples: ['95%'],
});

export const date = formatted('date', parseDate, { pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', examples: ['2026-08-01'] });

export const repository = formatted(
  'repository',
  (text) => (/^(?:\.|[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100})$/.test(text) ? text : undefined),
  { pattern: '^(\\.|[^/]+/[^/]+)$', examples: ['acme/incidents', '.'] },
);

export const team = formatted(
  'team',
  (text) => (/^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9._-]{1,100}$/.test(text) ? text : undefined),
  { pattern: '^[^/]+/[^/]+$', examples: ['acme/payments'] },
);

/** Somebody who is named: one account, or whoever is in a team. */
export const person = formatted(
  'person',
  (text) => (/^[A-Za-z0-9][A-Za-z0-9-]{0,38}(?:\/[A-Za-z0-9._-]{1,100})?$/.test(text) ? text : undefined),
  { pattern: '^[^/]+(/[^/]+)?$', examples: ['ada', 'acme/payments'] },
);

/** A name that GitHub accepts for a label; one of dots alone would lead its address, `…/labels/NAME`, elsewhere. */
export const label = formatted(
  'label',
  (text) => (text.trim() !== '' && text.length <= 50 && !/[,\n]|^\s*\.{1,2}\s*$/.test(text) ? text.trim() : undefined),
  { pattern: '^[^,\\n]{1,50}$', examples: ['area: database'] },
);

/** One glob; what is refused and why is the domain's business. */
const glob = z
  .string()
  .meta({ maxLength: 256, examples: ['db/migrate/**', '!**/*_test.rb'] })
  .transform((text, ctx) => {
    const parsed = parseGlob(text);
    return 'code' in parsed ? failWith(ctx, { code: 'bad-glob', got: text, problem: parsed }) : text;
  });

/** An ordered list of globs, at least one of which selects something. */
export const globs = listOf(glob, 500).transform((patterns, ctx) =>
  patterns.length > 0 && patterns.every((pattern) => pattern.startsWith('!'))
    ? failWith(ctx, { code: 'only-negations' })
    : patterns,
);
