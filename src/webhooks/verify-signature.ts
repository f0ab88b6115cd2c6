import { Webhooks } from '@octokit/webhooks';

export type VerifySignature = (body: string, signature: string) => Promise<boolean>;

/** Any of the secrets will do, so that a secret can be replaced without losing what is under way. Constant time. */
export function createVerifySignature(secrets: readonly string[]): VerifySignature {
  const verifiers = secrets.map((secret) => new Webhooks({ secret }));
  return async (body, signature) => {
    if (body === '') return false;
    for (const verifier of verifiers) {
      if (await verifier.verify(body, signature)) return true;
    }
    return false;
  };
}
