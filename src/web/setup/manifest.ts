import { parse } from 'yaml';
import { z } from 'zod';

const file = z.object({
  name: z.string(),
  description: z.string(),
  public: z.boolean(),
  default_events: z.array(z.string()),
  default_permissions: z.record(z.string(), z.enum(['read', 'write'])),
});

/** What GitHub is asked to create: `app.yml`, with the addresses of this server. */
export interface Manifest extends z.output<typeof file> {
  readonly url: string;
  readonly redirect_url: string;
  readonly hook_attributes: { readonly url: string; readonly active: true };
}

export function buildManifest(
  appYml: string,
  at: { readonly publicUrl: string; readonly webhookPath: string; readonly redirectUrl: string },
): Manifest {
  return {
    ...file.parse(parse(appYml)),
    url: at.publicUrl,
    redirect_url: at.redirectUrl,
    hook_attributes: { url: `${at.publicUrl}${at.webhookPath}`, active: true },
  };
}
