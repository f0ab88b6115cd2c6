/** Time is a port: nothing else reads the machine's clock. */
export interface Clock {
  /** Milliseconds since the epoch, UTC. */
  readonly now: () => number;
}
