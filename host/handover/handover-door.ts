import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { z } from 'zod';
import { type Result, succeed } from '../../core/base/result.ts';
import type { LibraryEvent } from '../../core/library/events.ts';
import type { Library } from '../../core/library/library.ts';
import type { Chance, Clock, HandoverPort, HandoverState } from '../../core/library/ports.ts';
import { refuse, sendResult } from '../serve/answers.ts';
import { drainServer, makeGuardedServer, serverLimits } from '../serve/guarded-server.ts';
import { guardExtension, type Refusal, refusal, type RequestHead } from '../serve/guards.ts';
import { listenOnLoopback, loopbackHosts } from '../serve/listen-on-loopback.ts';
import { readJson } from '../serve/request-body.ts';
import { makeFailureDelay } from '../serve/secret.ts';
import { uploadName } from '../serve/upload-name.ts';
import { type HandoverPath, type HandoverRequest, handoverRequests, isHandoverPath, PAGE_LENGTH_LIMIT } from './handover-requests.ts';
import type { PairedBrowsers } from './paired-browsers.ts';
import { createPairingCode, type PairingCode } from './pairing-code.ts';

/** Where a browser looks for the door that it was paired at, when it is not where it was: these ports, and no other. */
export const HANDOVER_PORTS: readonly number[] = Array.from({ length: 10 }, (_, index) => 47_610 + index);
const BODY_BYTES_LIMIT = PAGE_LENGTH_LIMIT * 4;

export type HandoverDoor = HandoverPort & {
  /** Opens the door where a browser is paired already, and brings pages into the library. */
  start(library: Pick<Library, 'importCaptured'>): void;
  close(): Promise<void>;
};

type Parts = { readonly openBrowsers: () => Promise<PairedBrowsers>; readonly clock: Clock; readonly chance: Chance; readonly log: (error: unknown) => void; /** Where the extension is, as a person would write it. */ readonly extension: string };
type Sender = { readonly origin: string };
type Answered = Result<unknown> | Refusal;

const headOf = (request: IncomingMessage): RequestHead => ({ method: request.method ?? '', target: request.url ?? '', httpVersion: request.httpVersion, rawHeaders: request.rawHeaders });
const isRefusal = (answered: Answered): answered is Refusal => 'status' in answered;

type Answer = (known: PairedBrowsers, body: unknown, sender: Sender) => Promise<Answered>;

/** An answer to bodies of one shape; one that is not shaped so is refused. */
function answerTo<Asked>(schema: z.ZodType<Asked>, answer: (known: PairedBrowsers, asked: Asked, sender: Sender) => Promise<Answered>): Answer {
  return async (known, body, sender) => {
    const asked = schema.safeParse(body);
    return asked.success ? answer(known, asked.data, sender) : refusal('malformed');
  };
}

/** The door at which the extensions of paired browsers hand over the page that their reader sees. Nothing else is answered, and nobody listens before the first is paired. */
export function makeHandoverDoor({ openBrowsers, clock, chance, log, extension }: Parts): HandoverDoor {
  const listeners = new Set<(event: LibraryEvent) => void>();
  const delayMs = makeFailureDelay(() => clock.nowMs());
  let state: HandoverState = { extension, code: null, browsers: [] };
  let browsers: PairedBrowsers | null = null;
  let code: PairingCode | null = null;
  let codeEnds: NodeJS.Timeout | undefined;
  let bound: { readonly server: Server; readonly port: number } | null = null;
  let library: Pick<Library, 'importCaptured'> | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const tell = (event: LibraryEvent) => listeners.forEach((listener) => listener(event));

  function become(): void {
    state = { extension, code: code && { text: code.text, endsAt: new Date(code.endsAtMs).toISOString() }, browsers: browsers?.list() ?? [] };
    tell({ kind: 'handover-changed', handover: state });
  }

  function dropCode(): void {
    clearTimeout(codeEnds);
    code = null;
  }

  async function wrong(): Promise<Refusal> {
    await sleep(delayMs());
    return refusal('unauthorised');
  }

  async function takePage(known: PairedBrowsers, { id, url, title, html }: HandoverRequest<'/page'>): Promise<Answered> {
    if (!library) return refusal('missing');
    // Whatever encoding the page says it had: it comes as text, and the mark at its beginning says so.
    const bytes = new TextEncoder().encode(`\ufeff${html}`);
    const imported = await library.importCaptured({ name: uploadName(`${title.replaceAll(/[\s/\\]+/g, ' ') || 'Page'}.html`), bytes, origin: 'file', mediaType: 'text/html', address: url });
    if (!imported.ok) return imported;
    await known.noteUse(id);
    become();
    const { article, toReview, kind } = imported.value.kind === 'version'
      ? { ...imported.value.version, kind: imported.value.version.undo.length > 0 ? 'version' as const : 'same' as const }
      : { article: imported.value.article, toReview: 0, kind: 'article' as const };
    tell({ kind: 'page-handed-over', article, isNewVersion: kind === 'version' });
    return succeed({ kind, title: article.title, toReview });
  }

  const answers: Readonly<Record<HandoverPath, Answer>> = {
    '/hello': answerTo(handoverRequests['/hello'], async (known, { id, nonce }, { origin }) => {
      const proof = known.prove({ id, nonce, origin });
      return proof === null ? wrong() : succeed({ proof });
    }),
    '/pair': answerTo(handoverRequests['/pair'], async (known, { code: typed, name }, { origin }) => {
      if (!code?.take(typed, clock.nowMs())) return wrong();
      dropCode();
      const paired = await known.pair({ name: uploadName(name), origin });
      become();
      return paired;
    }),
    '/page': answerTo(handoverRequests['/page'], async (known, asked, { origin }) => (known.knows({ id: asked.id, token: asked.token, origin }) ? takePage(known, asked) : wrong())),
  };

  async function answer(request: IncomingMessage, port: number): Promise<Answered> {
    const head = headOf(request);
    const sender = guardExtension(head, loopbackHosts(port));
    if (!sender.ok) return sender.fault;
    if (!isHandoverPath(head.target)) return refusal('missing');
    const body = await readJson(request, BODY_BYTES_LIMIT);
    return body.ok && browsers ? answers[head.target](browsers, body.value, { origin: sender.value }) : body.ok ? refusal('missing') : body.fault;
  }

  async function receive(request: IncomingMessage, response: ServerResponse, port: number): Promise<void> {
    try {
      const answered = await answer(request, port);
      if (isRefusal(answered)) refuse(response, answered);
      else sendResult(response, answered);
    } catch (error) {
      log(error);
      if (response.headersSent) response.destroy();
      else refuse(response, refusal('broken'));
    }
  }

  async function listen(known: PairedBrowsers): Promise<number> {
    if (bound) return bound.port;
    const server = makeGuardedServer(serverLimits);
    const last = known.port();
    for (const wanted of [...(last === null ? [] : [last]), ...HANDOVER_PORTS, 0]) {
      const listening = await listenOnLoopback(server, wanted);
      if (!listening.ok) continue;
      const port = listening.value;
      server.on('request', (request: IncomingMessage, response: ServerResponse) => void receive(request, response, port));
      bound = { server, port };
      await known.keepPort(port);
      return port;
    }
    throw new Error('There is no free port.');
  }

  /** One after another: two that open the door at once would open two. */
  function inTurn<T>(task: (known: PairedBrowsers) => Promise<T>): Promise<T> {
    const done = turn.then(async () => task((browsers ??= await openBrowsers())));
    turn = done.catch(() => undefined);
    return done;
  }

  return {
    state: () => state,
    begin: () => inTurn(async (known) => {
      const port = await listen(known);
      dropCode();
      code = createPairingCode(port, chance, clock.nowMs());
      codeEnds = setTimeout(() => {
        dropCode();
        become();
      }, code.endsAtMs - clock.nowMs()).unref();
      become();
      return succeed(state);
    }),
    forget: (id) => inTurn(async (known) => {
      const forgotten = await known.forget(id);
      become();
      return forgotten.ok ? succeed(state) : forgotten;
    }),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start(to) {
      if (library || isClosed) return;
      library = to;
      inTurn(async (known) => {
        if (known.list().length > 0) await listen(known);
        become();
      }).catch(log);
    },
    async close() {
      isClosed = true;
      dropCode();
      await turn;
      if (bound) await drainServer(bound.server);
    },
  };
}
