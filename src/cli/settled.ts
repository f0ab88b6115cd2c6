/** What may be given as it is, as a promise, or as a function that makes it. */
type Unsettled<Value> = Value | Promise<Value> | (() => Value) | (() => Promise<Value>);

/** citty lets commands be loaded when they are needed. */
export async function settled<Value extends object | undefined>(value: Unsettled<Value>): Promise<Value> {
  return typeof value === 'function' ? await value() : await value;
}
