/** Counts what passes by; `/metrics` reads it. */
export interface Meter {
  readonly countDelivery: (outcome: string) => void;
  readonly countAnswer: (answer: { readonly status: number; readonly headers: Headers }) => void;
  readonly read: () => Readings;
}

export interface Readings {
  /** By outcome. */
  readonly deliveries: ReadonlyMap<string, number>;
  /** GitHub's answers by class: `2xx`, `304`, `4xx`, `5xx`. */
  readonly answers: ReadonlyMap<string, number>;
  /** The least that any installation has left, by resource; as of its last answer. */
  readonly rateLimitLeft: ReadonlyMap<string, number>;
}

const RESOURCES: ReadonlySet<string> = new Set(['core', 'graphql']);

export function createMeter(): Meter {
  const deliveries = new Map<string, number>();
  const answers = new Map<string, number>();
  const rateLimitLeft = new Map<string, { readonly left: number; readonly reset: number }>();

  function noteLimit(headers: Headers): void {
    const resource = headers.get('x-ratelimit-resource');
    const left = Number(headers.get('x-ratelimit-remaining') ?? Number.NaN);
    const reset = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
    if (resource === null || !RESOURCES.has(resource) || Number.isNaN(left) || Number.isNaN(reset)) return;
    const known = rateLimitLeft.get(resource);
    // A later reset is a new hour, in which the old low does not count.
    if (known === undefined || reset > known.reset || left < known.left) rateLimitLeft.set(resource, { left, reset });
  }

  return {
    countDelivery: (outcome) => add(deliveries, outcome),
    countAnswer: ({ status, headers }) => {
      add(answers, status === 304 ? '304' : `${Math.floor(status / 100)}xx`);
      noteLimit(headers);
    },
    read: () => ({
      deliveries,
      answers,
      rateLimitLeft: new Map([...rateLimitLeft].map(([resource, { left }]) => [resource, left])),
    }),
  };
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
