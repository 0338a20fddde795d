import type { Fault } from '../../core/base/fault.ts';
import { errorCode } from './file-system.ts';

/** A fault on its way through lowdb, whose adapters can only throw. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

const READ_ONLY_CODES: readonly string[] = ['EROFS', 'EACCES', 'EPERM'];
const FULL_CODES: readonly string[] = ['ENOSPC', 'EDQUOT'];

/** The fault that a failed write means. `folder` is the library as a person would write it. What is no disk's error is thrown on. */
export function faultOfWrite(error: unknown, folder: string, what: string): Fault {
  if (error instanceof FaultError) return error.fault;
  const code = errorCode(error);
  if (code === null) throw error;
  if (FULL_CODES.includes(code)) return { code: 'disk-full', folder };
  if (READ_ONLY_CODES.includes(code)) return { code: 'library-read-only', folder };
  return { code: 'save-failed', what, reason: code };
}

/** The fault that a failed read of a document means. */
export function faultOfRead(error: unknown, file: string): Fault {
  if (error instanceof FaultError) return error.fault;
  const code = errorCode(error);
  if (code === null) throw error;
  return { code: 'document-unreadable', file, reason: code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'other' };
}
