/** By function name: inputs as the file has them → outputs by name. Throws on inputs of the wrong shape. */
export type Answers = Readonly<Record<string, (inputs: unknown) => Readonly<Record<string, unknown>>>>;
