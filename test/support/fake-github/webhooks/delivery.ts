/** A webhook on its way, or gone: the text that was signed is kept, so that a redelivery is the same to the byte. */
export interface Delivery {
  readonly id: number;
  /** `X-GitHub-Delivery`; a redelivery keeps it. */
  readonly guid: string;
  readonly event: string;
  readonly action: string | null;
  readonly text: string;
  readonly installationId: number | null;
  readonly repositoryId: number | null;
  readonly deliveredAt: string;
  readonly redelivery: boolean;
  /** 0 until answered. */
  readonly statusCode: number;
  /** GitHub's words, e.g. `OK` or `failed to connect to host`. */
  readonly status: string;
  readonly answer: string;
}
