import { fail, type Result, succeed } from '../../core/base/result.ts';

/** How deep and how large an input may be. The size counts UTF-16 units of text and one for each value. */
export const INPUT_DEPTH_LIMIT = 64;
export const INPUT_SIZE_LIMIT = 16 * 1024 * 1024;

type Copier = { left: number };

class Refused extends Error {}

function spend(copier: Copier, size: number): void {
  copier.left -= size;
  if (copier.left < 0) throw new Refused('it is too large');
}

function copyText(text: string, copier: Copier): string {
  spend(copier, text.length);
  return text.toWellFormed();
}

function copyRecord(value: object, depth: number, copier: Copier): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new Refused('it holds something other than plain data');
  // Object.fromEntries makes own properties only, whatever their names: a "__proto__" here sets no prototype.
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [copyText(key, copier), copy(held, depth, copier)]));
}

function copy(value: unknown, depth: number, copier: Copier): unknown {
  spend(copier, 1);
  switch (typeof value) {
    case 'string': return copyText(value, copier);
    case 'number': case 'boolean': case 'undefined': return value;
    case 'object': break;
    default: throw new Refused('it holds something other than plain data');
  }
  if (value === null) return null;
  if (depth >= INPUT_DEPTH_LIMIT) throw new Refused('it is nested too deeply');
  return Array.isArray(value) ? value.map((held) => copy(held, depth + 1, copier)) : copyRecord(value, depth + 1, copier);
}

/**
 * Copies a call's input into plain data: own properties, arrays and well-formed text, within the limits of
 * depth and size. Maps, dates, functions and cycles are a fault.
 */
export function takePlainInput(path: string, raw: unknown): Result<unknown> {
  try {
    return succeed(copy(raw, 0, { left: INPUT_SIZE_LIMIT }));
  } catch (error) {
    if (error instanceof Refused) return fail({ code: 'input-invalid', path: path.slice(0, 100), issue: error.message });
    throw error;
  }
}
