import { seededRandom } from '../state/seeded-random.ts';

type FaultKind = '410' | '500' | '502' | 'timeout' | 'reset' | '403-secondary' | '403-primary' | '429';

export interface Fault {
  readonly kind: FaultKind;
  /** `after`: the effect happened and only the answer is lost. Limits always come before. */
  readonly phase: 'before' | 'after';
  readonly retryAfterSeconds: number;
}

interface FaultPlan {
  /** Share of the requests that fail, 0 to 1. */
  readonly rate: number;
  readonly kinds?: readonly FaultKind[];
  readonly seed?: number;
  readonly retryAfterSeconds?: number;
  /** Operations that never fail, e.g. `apps/create-installation-access-token`. */
  readonly except?: readonly string[];
}

interface ScriptedFault {
  readonly kind: FaultKind;
  /** GitHub's operation, e.g. `checks/create`, or `graphql`; any when absent. */
  readonly operationId?: string;
  readonly phase?: 'before' | 'after';
  /** How often; once when absent. */
  readonly times?: number;
  readonly retryAfterSeconds?: number;
}

export interface Faults {
  /** Random faults from now on; the same seed and the same requests give the same faults. */
  readonly set: (plan: FaultPlan) => void;
  /** One fault, or a few, for the next requests of a kind. Comes before random ones. */
  readonly next: (fault: ScriptedFault) => void;
  readonly clear: () => void;
  /** How many answers failed so far. */
  readonly count: () => number;
  readonly draw: (operationId: string) => Fault | null;
}

export function createFaults(): Faults {
  let plan: FaultPlan = { rate: 0 };
  let random = seededRandom(1);
  let scripted: { readonly fault: ScriptedFault; left: number }[] = [];
  let count = 0;

  function draw(operationId: string): Fault | null {
    const fault = drawScripted(operationId) ?? drawRandom(operationId);
    if (fault !== null) count += 1;
    return fault;
  }

  function drawScripted(operationId: string): Fault | null {
    const found = scripted.find(({ fault }) => fault.operationId === undefined || fault.operationId === operationId);
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left <= 0) scripted = scripted.filter((entry) => entry !== found);
    const { kind, phase = 'before', retryAfterSeconds = 1 } = found.fault;
    return { kind, phase: isLimit(kind) ? 'before' : phase, retryAfterSeconds };
  }

  function drawRandom(operationId: string): Fault | null {
    if (plan.rate <= 0 || plan.except?.includes(operationId)) return null;
    if (random() >= plan.rate) return null;
    const kinds = plan.kinds ?? ['500', '502', 'timeout', '403-secondary', '429'];
    const kind = kinds[Math.floor(random() * kinds.length)] ?? '500';
    const phase = random() < 0.5 && !isLimit(kind) ? 'after' : 'before';
    return { kind, phase, retryAfterSeconds: plan.retryAfterSeconds ?? 1 };
  }

  return {
    set: (next) => {
      plan = next;
      random = seededRandom(next.seed ?? 1);
    },
    next: (fault) => scripted.push({ fault, left: fault.times ?? 1 }),
    clear: () => {
      plan = { rate: 0 };
      scripted = [];
    },
    count: () => count,
    draw,
  };
}

function isLimit(kind: FaultKind): boolean {
  return kind === '403-secondary' || kind === '403-primary' || kind === '429';
}
