import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';

export type VerifySignature = (body: Uint8Array, signature: string) => boolean;

const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/**
 * GitHub's `X-Hub-Signature-256`: HMAC-SHA256 of the bytes as they came, compared in constant time. Any of the secrets
 * will do, so that a secret can be replaced without losing what is under way. Octokit's verifier takes a string: bytes
 * would be decoded, and encoded again, before they are hashed.
 */
export function createVerifySignature(secrets: readonly string[]): VerifySignature {
  const keys = secrets.map((secret) => createSecretKey(secret, 'utf8'));
  return (body, signature) => {
    const [, hex] = SIGNATURE.exec(signature) ?? [];
    if (hex === undefined) return false;
    const given = Buffer.from(hex, 'hex');
    return keys.some((key) => timingSafeEqual(createHmac('sha256', key).update(body).digest(), given));
  };
}
