import type { Json, JsonObject } from '../state/json.ts';

/** An answer other than success, in GitHub's words. Thrown by routes, answered by the server. */
export class GitHubProblem extends Error {
  override readonly name = 'GitHubProblem';
  readonly status: number;
  readonly body: JsonObject;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    message: string,
    detail: {
      readonly errors?: readonly Json[];
      readonly headers?: Readonly<Record<string, string>>;
      readonly documentation?: string;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.body = {
      message,
      ...(detail.errors === undefined ? {} : { errors: detail.errors }),
      documentation_url: detail.documentation ?? 'https://docs.github.com/rest',
      status: String(status),
    };
    this.headers = detail.headers ?? {};
  }
}

export function notFound(): GitHubProblem {
  return new GitHubProblem(404, 'Not Found');
}

export function forbidden(message = 'Resource not accessible by integration'): GitHubProblem {
  return new GitHubProblem(403, message);
}

export function invalid(resource: string, field: string, code: string, message?: string): GitHubProblem {
  const error = { resource, field, code, ...(message === undefined ? {} : { message }) };
  return new GitHubProblem(422, 'Validation Failed', { errors: [error] });
}
