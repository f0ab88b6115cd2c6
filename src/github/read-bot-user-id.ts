import { z } from 'zod';
import type { Api } from './api.ts';

const appJson = z.object({ slug: z.string() });
const userJson = z.object({ id: z.number() });

/** `app` speaks as the App; `api` as anybody who may read users, which the App itself may not. */
export async function readBotUserId({ app, api }: { readonly app: Api; readonly api: Api }): Promise<number> {
  const { slug } = await app.get(appJson, 'GET /app', {});
  const bot = await api.get(userJson, 'GET /users/{username}', { username: `${slug}[bot]` });
  return bot.id;
}
