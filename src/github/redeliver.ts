import { z } from 'zod';
import type { Api } from './api.ts';

export async function redeliver({ api }: { readonly api: Api }, deliveryId: string): Promise<void> {
  await api.send(z.unknown(), 'POST /app/hook/deliveries/{delivery_id}/attempts', { delivery_id: deliveryId });
}
