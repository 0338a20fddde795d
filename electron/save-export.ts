import { dirname } from 'node:path';
import { fail, type Result, succeed } from '../core/base/result.ts';
import { type Disk, writeDurably } from '../host/store/durable-file.ts';
import { errorCode } from '../host/store/file-system.ts';

/** Writes one file where the user said, over what was there: the system's dialog has asked about that. */
export async function saveFile(disk: Disk, path: string, bytes: Uint8Array): Promise<Result<void>> {
  try {
    return succeed(await writeDurably(disk, path, bytes));
  } catch (error) {
    const code = errorCode(error);
    if (code === null) throw error;
    return code === 'ENOSPC' || code === 'EDQUOT' ? fail({ code: 'disk-full', folder: dirname(path) }) : fail({ code: 'save-failed', what: { file: path }, reason: code });
  }
}
