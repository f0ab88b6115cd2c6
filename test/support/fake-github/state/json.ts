/** Plain JSON as it goes over the wire; `undefined` fields vanish. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: Json | undefined;
}
