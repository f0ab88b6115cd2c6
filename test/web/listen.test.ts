import { once } from 'node:events';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Handler, type Listener, listen } from '../../src/web/listen.ts';
import { recordingLog } from '../support/recording-log.ts';

let listener: Listener | null = null;
const log = recordingLog();

async function serve(routes: Readonly<Record<string, Handler>>): Promise<string> {
  listener = await listen({ host: '127.0.0.1', port: 0, routes, log });
  return `http://127.0.0.1:${listener.port}`;
}

afterEach(async () => {
  await listener?.close(0);
});

describe('the HTTP server', () => {
  it('knows exact paths only', async () => {
    const base = await serve({ '/a': (_request, response) => void response.end('A') });
    expect(await (await fetch(`${base}/a?x=1`)).text()).toBe('A');
    for (const path of ['/b', '/a/', '/constructor', '/a/../b']) expect((await fetch(base + path)).status).toBe(404);
  });

  it('answers 500 without saying why, and logs why', async () => {
    const base = await serve({
      '/a': () => {
        throw new Error('the reason');
      },
    });
    const response = await fetch(`${base}/a`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('reason');
    expect(log.lines).toContainEqual(expect.objectContaining({ level: 'error', message: 'a request failed' }));
  });

  it('lets a request under way end before it closes', async () => {
    let finish = () => {};
    const base = await serve({
      '/slow': async (_request, response) => {
        await new Promise<void>((resolve) => {
          finish = resolve;
        });
        response.end('done');
      },
    });
    const answer = fetch(`${base}/slow`);
    await expect.poll(() => finish.name).toBe('');
    const closed = listener?.close();
    await expect(fetch(`${base}/slow`)).rejects.toThrow();
    finish();
    expect(await (await answer).text()).toBe('done');
    await closed;
  });

  it('closes on a client that never ends', async () => {
    await serve({});
    const socket = connect(listener?.port ?? 0, '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET / HTTP/1.1\r\nhost: x\r\n');
    socket.on('error', () => {});
    await listener?.close(20);
    if (!socket.closed) await once(socket, 'close');
  });

  it('refuses a port that is taken', async () => {
    await serve({});
    const port = listener?.port ?? 0;
    await expect(listen({ host: '127.0.0.1', port, routes: {}, log })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
