import { randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { inspect } from 'node:util';
import type { Router } from '../../core/api/router.ts';
import { type Result, succeed } from '../../core/base/result.ts';
import type { Library } from '../../core/library/library.ts';
import { answerRequest, type Door, type UploadShelf } from './answer-request.ts';
import { type EventStreams, makeEventStreams } from './event-streams.ts';
import { watchIdle } from './idle-watch.ts';
import { listenOnLoopback, LOOPBACK, loopbackHosts } from './listen-on-loopback.ts';
import { drainServer, makeGuardedServer, type ServerLimits, serverLimits } from './guarded-server.ts';
import { makePrivateFolder, type PrivateFolder } from './private-folder.ts';
import { createSecret, makeFailureDelay, makeSecretCheck } from './secret.ts';
import { makeStaticTable } from './static-table.ts';

export type ServeOptions = {
  /** What the server needs of a started library. */
  readonly started: { readonly router: Router; readonly uploads: UploadShelf; readonly library: Pick<Library, 'listen' | 'readImage'> };
  readonly rendererFolder: URL;
  /** 0 takes any free port. */
  readonly port: number;
  /** Stops by itself after this long without a request or an open page; never, when it is left out. */
  readonly idleStopMs?: number;
  readonly limits?: Partial<ServerLimits>;
  /** Where the private folder is made; the system's runtime or temporary folder, when it is left out. */
  readonly runtimeFolder?: string;
  readonly log?: (error: unknown) => void;
};

export type RunningServer = {
  readonly port: number;
  /** With the secret in its fragment, which no browser sends on. */
  readonly address: string;
  /** Resolves when the server has stopped, by `close` or by being idle. The library stays open: whoever started it closes it. */
  readonly stopped: Promise<void>;
  close(): Promise<void>;
};

type Lifetime = { readonly server: Server; readonly door: Door & { readonly events: EventStreams }; readonly folder: PrivateFolder; readonly unlisten: () => void; readonly idleStopMs: number | undefined };

/** Hands requests to the door until it is closed. */
function run({ server, door, folder, unlisten, idleStopMs }: Lifetime): Pick<RunningServer, 'stopped' | 'close'> {
  const { promise: stopped, resolve: hasStopped } = Promise.withResolvers<void>();
  const idle = idleStopMs === undefined ? null : watchIdle(idleStopMs, () => door.events.count() > 0, () => void close());
  let closing: Promise<void> | null = null;
  async function stop(): Promise<void> {
    idle?.stop();
    unlisten();
    door.events.close();
    await drainServer(server);
    await folder.remove();
    hasStopped();
  }
  const close = (): Promise<void> => (closing ??= stop());
  const receive = (request: IncomingMessage, response: ServerResponse): void => {
    idle?.touch();
    void answerRequest(door, request, response);
  };
  // Without a listener of its own Node would ask for the body of a request that no guard has seen.
  server.on('request', receive).on('checkContinue', receive);
  return { stopped, close };
}

const writeError = (error: unknown): void => void process.stderr.write(`${inspect(error)}\n`);

/** Serves the built renderer and the calls of a library over loopback, under the rules of docs/adr/0005-three-doors.md. */
export async function startServer(options: ServeOptions): Promise<Result<RunningServer>> {
  const { started: { router, uploads, library }, log = writeError } = options;
  const table = await makeStaticTable(options.rendererFolder);
  const folder = await makePrivateFolder(options.runtimeFolder ?? process.env['XDG_RUNTIME_DIR'] ?? tmpdir(), 'serve');
  const server = makeGuardedServer({ ...serverLimits, ...options.limits });
  const bound = await listenOnLoopback(server, options.port);
  if (!bound.ok) {
    await folder.remove();
    return bound;
  }
  const port = bound.value;
  const secret = createSecret({ bytes: randomBytes });
  const events = makeEventStreams();
  const door = {
    hosts: loopbackHosts(port), router, uploads, table, readImage: (hash: string) => library.readImage(hash), folder: folder.path, events, log,
    isSecret: makeSecretCheck(secret), failureDelayMs: makeFailureDelay(() => performance.now()),
  };
  const unlisten = library.listen((event) => events.tell(event));
  const running = run({ server, door, folder, unlisten, idleStopMs: options.idleStopMs });
  const address = `http://${LOOPBACK}:${port}/#k=${secret}`;
  await folder.write('address', `${address}\n`);
  return succeed({ port, address, ...running });
}
