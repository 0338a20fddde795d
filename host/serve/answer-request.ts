import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Router } from '../../core/api/router.ts';
import { isAssetName } from '../../core/article/asset.ts';
import { succeed } from '../../core/base/result.ts';
import type { Library } from '../../core/library/library.ts';
import type { HostUploads } from '../uploads.ts';
import { beginEvents, refuse, sendFile, sendResult } from './answers.ts';
import type { EventStreams } from './event-streams.ts';
import { bearerOf, findRoute, guardHead, guardRoute, type RequestHead, refusal, type Route, uploadNameOf, uploadOriginOf } from './guards.ts';
import { takePlainInput } from './plain-input.ts';
import { readJson, receiveUpload } from './request-body.ts';
import type { StaticTable } from './static-table.ts';

/** Keeps what was uploaded until a call asks for it by its handle. */
export type UploadShelf = Pick<HostUploads, 'hold'>;

/** All that answering a request takes. */
export type Door = {
  /** The names that a request may call us by. */
  readonly hosts: readonly string[];
  readonly router: Router;
  readonly uploads: UploadShelf;
  readonly table: StaticTable;
  /** Null where nobody looks at images. */
  readonly readImage: Library['readImage'] | null;
  /** A private folder for uploads. */
  readonly folder: string;
  /** Null where nobody listens. */
  readonly events: EventStreams | null;
  readonly isSecret: (given: string | null) => boolean;
  /** Counts a wrong secret and says how long its answer waits. */
  readonly failureDelayMs: () => number;
  readonly log: (error: unknown) => void;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly head: RequestHead };

function headOf(request: IncomingMessage): RequestHead {
  return { method: request.method ?? '', target: request.url ?? '', httpVersion: request.httpVersion, rawHeaders: request.rawHeaders };
}

async function answerCall(door: Door, path: string, { request, response }: Exchange): Promise<void> {
  const body = await readJson(request);
  if (!body.ok) return refuse(response, body.fault);
  const input = takePlainInput(path, body.value);
  sendResult(response, input.ok ? await door.router.dispatch(path, input.value) : input);
}

async function answerUpload(door: Door, { request, response, head }: Exchange): Promise<void> {
  const received = await receiveUpload({ request, name: uploadNameOf(head), origin: uploadOriginOf(head), folder: door.folder, fileName: randomUUID() });
  sendResult(response, received.ok ? succeed({ handle: door.uploads.hold(received.value.read, received.value.remove) }) : received);
}

function answerFile(door: Door, { response, head }: Exchange): void {
  const found = door.table.get(head.target);
  if (found) sendFile(response, found);
  else refuse(response, refusal('missing'));
}

async function answerImage(door: Door, name: string, { response }: Exchange): Promise<void> {
  const image = isAssetName(name) ? await door.readImage?.(name) : null;
  if (image?.ok) sendFile(response, image.value);
  else refuse(response, refusal('missing'));
}

function answerEvents(door: Door, { response }: Exchange): void {
  if (!door.events) return refuse(response, refusal('missing'));
  beginEvents(response);
  door.events.add(response);
}

function answerRoute(door: Door, route: Route, exchange: Exchange): Promise<void> | void {
  switch (route.kind) {
    case 'static': return answerFile(door, exchange);
    case 'image': return answerImage(door, route.name, exchange);
    case 'events': return answerEvents(door, exchange);
    case 'upload': return answerUpload(door, exchange);
    case 'call': return answerCall(door, route.path, exchange);
  }
}

/** Guards, secret, guards of the route, answer: in that order, and each refusal ends it. */
async function answer(door: Door, exchange: Exchange): Promise<void> {
  const { head, request, response } = exchange;
  const refused = guardHead(head, door.hosts);
  if (refused) return refuse(response, refused);
  const route = findRoute(head.target);
  if (route.kind !== 'static' && !door.isSecret(bearerOf(head))) {
    await sleep(door.failureDelayMs());
    return refuse(response, refusal('unauthorised'));
  }
  const misused = guardRoute(head, route);
  if (misused) return refuse(response, misused);
  if (request.headers.expect) response.writeContinue();
  await answerRoute(door, route, exchange);
}

/** Answers a request. It never throws; what was not expected is logged, and told to nobody else. */
export async function answerRequest(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    await answer(door, { request, response, head: headOf(request) });
  } catch (error) {
    door.log(error);
    if (response.headersSent) response.destroy();
    else refuse(response, refusal('broken'));
  }
}
