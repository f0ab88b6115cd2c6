import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { Webhooks } from '@octokit/webhooks';
import { WEBHOOK_PATH } from '../src/webhooks/create-webhook-handler.ts';

/** What to send: as fast as answers come, or at a rate and no matter how answers come. */
export interface Load {
  readonly port: number;
  readonly secret: string;
  readonly requests: number;
  readonly connections: number;
  /** Requests a second; `null`: the next as soon as an answer is there. */
  readonly rate: number | null;
}

export interface LoadResult {
  readonly perSecond: number;
  readonly p99Ms: number;
  readonly refused: number;
}

const PAYLOADS = 64;

/** GitHub's own example of the event, 23 KB, for as many pull requests as there are payloads. */
async function signedPayloads(
  secret: string,
): Promise<readonly { readonly body: Buffer; readonly signature: string }[]> {
  const webhooks = new Webhooks({ secret });
  const file = 'node_modules/@octokit/webhooks-examples/api.github.com/index.json';
  const events = JSON.parse(readFileSync(file, 'utf8')) as readonly { name: string; examples: readonly object[] }[];
  const example = events
    .find(({ name }) => name === 'pull_request')
    ?.examples.find((one) => 'action' in one && one.action === 'synchronize');
  return Promise.all(
    Array.from({ length: PAYLOADS }, async (_, index) => {
      const text = JSON.stringify({ ...example, number: index + 1, installation: { id: 31 } });
      return { body: Buffer.from(text), signature: await webhooks.sign(text) };
    }),
  );
}

async function run(load: Load): Promise<LoadResult> {
  const payloads = await signedPayloads(load.secret);
  const latencies: number[] = [];
  let sent = 0;
  let refused = 0;
  const began = performance.now();

  function due(index: number): number {
    return load.rate === null ? performance.now() : began + (index * 1_000) / load.rate;
  }

  async function work(): Promise<void> {
    const socket = connect(load.port, '127.0.0.1').setNoDelay();
    for (let index = sent++; index < load.requests; index = sent++) {
      const at = due(index);
      if (at > performance.now()) await new Promise((resolve) => setTimeout(resolve, at - performance.now()));
      const { body, signature } = payloads[index % PAYLOADS] ?? { body: Buffer.alloc(0), signature: '' };
      const status = await exchange(socket, body, signature);
      // From when it was due, not from when it was sent: a server that stalls does not hide its queue.
      latencies.push(performance.now() - at);
      if (status < 200 || status > 299) refused += 1;
    }
    socket.destroy();
  }

  await Promise.all(Array.from({ length: load.connections }, work));
  const seconds = (performance.now() - began) / 1_000;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: load.requests / seconds,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN,
    refused,
  };
}

/** HTTP by hand: a client library would cost more than the servers that are measured. */
function exchange(socket: Socket, body: Buffer, signature: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer = '';
    function read(chunk: Buffer): void {
      answer += chunk.toString('latin1');
      if (!isWhole(answer)) return;
      socket.off('data', read);
      socket.off('error', reject);
      resolve(Number(answer.slice(9, 12)));
    }
    socket.on('data', read);
    socket.on('error', reject);
    const head =
      `POST ${WEBHOOK_PATH} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n` +
      `x-github-event: pull_request\r\nx-github-delivery: ${randomUUID()}\r\nx-hub-signature-256: ${signature}\r\n\r\n`;
    socket.cork();
    socket.write(head);
    socket.write(body);
    socket.uncork();
  });
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /^content-length: (\d+)/im.exec(answer.slice(0, end));
  return length === null ? answer.endsWith('0\r\n\r\n') : answer.length >= end + 4 + Number(length[1]);
}

process.on('message', (load: Load) => void run(load).then((result) => process.send?.(result)));
