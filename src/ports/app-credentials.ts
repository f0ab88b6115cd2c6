/** What GitHub hands over, once, when an App was created from a manifest. */
export interface AppCredentials {
  readonly appId: number;
  readonly slug: string;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** The App's page at GitHub. */
  readonly url: string;
}
