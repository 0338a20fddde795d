import type { Fault, Unsaved } from '../../core/base/fault.ts';
import { errorCode } from './file-system.ts';

/** A fault on its way through lowdb, whose adapters can only throw. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

const FORBIDDEN_CODES: readonly string[] = ['EACCES', 'EPERM'];
/** The folder is not there, or what it is on is not connected. */
const GONE_CODES: readonly string[] = ['ENOENT', 'ENODEV', 'ENXIO', 'ENOTCONN', 'ESTALE', 'EHOSTDOWN'];
const FULL_CODES: readonly string[] = ['ENOSPC', 'EDQUOT'];

/** The fault that a failed write means. `folder` is the library as a person would write it. What is no disk's error is thrown on. */
export function faultOfWrite(error: unknown, folder: string, what: Unsaved): Fault {
  if (error instanceof FaultError) return error.fault;
  const code = errorCode(error);
  if (code === null) throw error;
  if (FULL_CODES.includes(code)) return { code: 'disk-full', folder };
  if (code === 'EROFS') return { code: 'library-read-only', folder, reason: 'read-only-disk' };
  if (FORBIDDEN_CODES.includes(code)) return { code: 'library-read-only', folder, reason: 'no-permission' };
  if (GONE_CODES.includes(code)) return { code: 'library-gone', folder, catalog: null };
  return { code: 'save-failed', what, reason: code };
}

/** The fault that a failed read of a document means. */
export function faultOfRead(error: unknown, file: string): Fault {
  if (error instanceof FaultError) return error.fault;
  const code = errorCode(error);
  if (code === null) throw error;
  return { code: 'document-unreadable', file, reason: FORBIDDEN_CODES.includes(code) ? 'no-permission' : 'other' };
}
