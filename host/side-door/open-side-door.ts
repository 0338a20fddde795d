import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { answerRequest, type Door } from '../serve/answer-request.ts';
import { drainServer, makeGuardedServer, type ServerLimits, serverLimits } from '../serve/guarded-server.ts';
import { makePrivateFolder, type PrivateFolder } from '../serve/private-folder.ts';
import { createSecret, makeFailureDelay, makeSecretCheck } from '../serve/secret.ts';
import type { StaticTable } from '../serve/static-table.ts';
import { SECRET_NAME, SIDE_DOOR_HOST, SOCKET_PATH_LIMIT_BYTES, socketPath, VERSION_TARGET } from './side-door-place.ts';

/** More commands at once than any script starts; those past it come again. */
const SOCKETS = 64;

export type SideDoorOptions = {
  /** Folders to make the door in: the first where it can be made. */
  readonly parents: readonly string[];
  /** The version of this Lectern, and so of its contract. */
  readonly version: string;
  readonly limits?: Partial<ServerLimits>;
  readonly log: (error: unknown) => void;
};

export type SideDoor = {
  /** What the lock names. */
  readonly folder: string;
  /** Answers from now on, those first who have been waiting. */
  admit(to: Pick<Door, 'router' | 'uploads'>): void;
  /** Lets answers in progress end, for a bounded time, and takes the folder away. */
  close(): Promise<void>;
};

async function listen(server: Server, folder: string): Promise<void> {
  const path = socketPath(folder);
  if (process.platform !== 'win32' && Buffer.byteLength(path) > SOCKET_PATH_LIMIT_BYTES) throw new Error(`${path} is too long for a socket.`);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
}

/** A server that listens in a private folder of one of the parents, with the secret beside it. Throws the last one's error where none will do. */
async function listenSomewhere(parents: readonly string[], secret: string, makeServer: () => Server): Promise<{ readonly server: Server; readonly folder: PrivateFolder }> {
  let last: unknown = new Error('There is nowhere to make a side door.');
  for (const parent of parents) {
    let folder: PrivateFolder | null = null;
    try {
      await mkdir(parent, { recursive: true });
      folder = await makePrivateFolder(parent, 'door');
      await folder.write(SECRET_NAME, secret);
      const server = makeServer();
      await listen(server, folder.path);
      return { server, folder };
    } catch (error) {
      last = error;
      await folder?.remove();
    }
  }
  throw last;
}

const versionTable = (version: string): StaticTable =>
  new Map([[VERSION_TARGET, { bytes: new TextEncoder().encode(JSON.stringify({ version })), mediaType: 'application/json; charset=utf-8' }]]);

/**
 * Opens a side door: the calls of the contract for commands of the same account, by HTTP over a private socket, under the
 * guards and limits of the browser door. It listens at once, so that a lock can name it; it answers when it is told to.
 */
export async function openSideDoor({ parents, version, limits, log }: SideDoorOptions): Promise<SideDoor> {
  const { promise: admitted, resolve } = Promise.withResolvers<Door>();
  const receive = (request: IncomingMessage, response: ServerResponse): void => void admitted.then((door) => answerRequest(door, request, response));
  const secret = createSecret({ bytes: randomBytes });
  const { server, folder } = await listenSomewhere(parents, secret, () => {
    const made = makeGuardedServer({ ...serverLimits, sockets: SOCKETS, ...limits });
    // A command keeps its connection as long as it lives, and the system ends it with the command.
    made.keepAliveTimeout = 0;
    return made.on('request', receive).on('checkContinue', receive);
  });
  let isAdmitting = false;
  return {
    folder: folder.path,
    admit(to) {
      isAdmitting = true;
      resolve({
        ...to, log, hosts: [SIDE_DOOR_HOST], table: versionTable(version), folder: folder.path, readImage: null, events: null,
        isSecret: makeSecretCheck(secret), failureDelayMs: makeFailureDelay(() => performance.now()),
      });
    },
    async close() {
      // Nobody will be let in any more: whoever waits learns it at once.
      if (!isAdmitting) server.closeAllConnections();
      await drainServer(server);
      await folder.remove();
    },
  };
}
