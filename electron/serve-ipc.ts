import type { IpcMain } from 'electron';
import type { Router } from '../core/api/router.ts';
import { fail, type Result, succeed } from '../core/base/result.ts';
import { SOURCE_BYTES_LIMIT } from '../core/import/source.ts';
import type { UploadShelf } from '../host/serve/answer-request.ts';
import { takePlainInput } from '../host/serve/plain-input.ts';
import { uploadName } from '../host/serve/upload-name.ts';
import { APP_ORIGIN } from './app-protocol.ts';
import { CALL_CHANNEL, UPLOAD_CHANNEL } from './channels.ts';

type Frame = { readonly origin: string };

export type IpcDoor = {
  readonly router: Router;
  readonly uploads: UploadShelf;
  /** The top frame of the app's window, while there is one. */
  mainFrame(): Frame | null;
};

/** True for the window's own top frame showing our own page. A frame that is gone, nested or elsewhere is not ours. */
export function isOwnFrame(frame: Frame | null, mainFrame: Frame | null): boolean {
  return frame !== null && frame === mainFrame && frame.origin === APP_ORIGIN;
}

/** Answers a call from the window; whatever came is taken for hostile until the router has parsed it. */
export async function answerCall(router: Router, path: unknown, input: unknown): Promise<Result<unknown>> {
  if (typeof path !== 'string') return fail({ code: 'call-unknown', path: typeof path });
  const taken = takePlainInput(path, input);
  return taken.ok ? router.dispatch(path, taken.value) : taken;
}

/** Holds the bytes of a file that was dropped or chosen in the window and answers its handle. */
export function answerUpload(uploads: UploadShelf, name: unknown, bytes: unknown): Result<{ readonly handle: string }> {
  if (typeof name !== 'string' || !(bytes instanceof Uint8Array)) return fail({ code: 'input-invalid', path: 'upload', issue: 'a name and bytes are needed' });
  const source = { name: uploadName(name), bytes, origin: 'file', mediaType: null } as const;
  if (bytes.byteLength > SOURCE_BYTES_LIMIT) return fail({ code: 'file-too-large', name: source.name, bytes: bytes.byteLength, limitBytes: SOURCE_BYTES_LIMIT });
  return succeed({ handle: uploads.hold(() => Promise.resolve(succeed(source))) });
}

/** Opens the two pipes to the window. The sender is judged before anything is awaited, since its frame is gone later. */
export function serveIpc(ipcMain: Pick<IpcMain, 'handle'>, { router, uploads, mainFrame }: IpcDoor): void {
  const serve = (channel: string, answer: (first: unknown, second: unknown) => Result<unknown> | Promise<Result<unknown>>) =>
    ipcMain.handle(channel, ({ senderFrame }, first: unknown, second: unknown) =>
      isOwnFrame(senderFrame, mainFrame()) ? answer(first, second) : fail({ code: 'unauthorised' }),
    );
  serve(CALL_CHANNEL, (path, input) => answerCall(router, path, input));
  serve(UPLOAD_CHANNEL, (name, bytes) => answerUpload(uploads, name, bytes));
}
