/** Trouble that the author of the workflow can mend; becomes one annotation. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}
