function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** How the members of an object with those keys are written: the keys in order, each with what stands before its value. */
type Order = { readonly keys: readonly string[]; readonly members: readonly { readonly key: string; readonly before: string }[] };

/**
 * The order last used for each number of keys. A document has many objects of few kinds, and sorting their keys anew was
 * most of what a hash cost. It is a memory of results alone: a miss is worked out.
 */
const lastOrders: Order[] = [];
const REMEMBERED_KEYS = 64;

function isSame(a: readonly string[], b: readonly string[]): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return a.length === b.length;
}

function orderOf(keys: readonly string[]): Order {
  const last = lastOrders[keys.length];
  if (last && isSame(last.keys, keys)) return last;
  const order = { keys, members: [...keys].sort().map((key, index) => ({ key, before: `${index === 0 ? '' : ','}${JSON.stringify(key)}:` })) };
  if (keys.length <= REMEMBERED_KEYS) lastOrders[keys.length] = order;
  return order;
}

/** The one spelling of a JSON value: keys sorted by UTF-16 units, no white space (RFC 8785). `value` holds only what JSON can. */
export function canonicalJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (isRecord(value)) {
    for (const { key, before } of orderOf(Object.keys(value)).members) text += before + canonicalJson(value[key]);
    return `{${text}}`;
  }
  if (Array.isArray(value)) for (const each of value) text += text === '' ? canonicalJson(each) : `,${canonicalJson(each)}`;
  return `[${text}]`;
}
