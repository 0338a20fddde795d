import type { Result } from '../base/result.ts';
import type { ClientOf, Event } from './contract.ts';

export type ImageAddress = { readonly url: string; release(): void };

/** A dumb pipe to the host: it lists no calls. `upload` hands over a file's bytes and answers a handle for them. */
export type Transport = {
  send(path: string, input: unknown): Promise<Result<unknown>>;
  upload(name: string, bytes: Uint8Array): Promise<Result<{ readonly handle: string }>>;
  /** An address of a stored image for an <img>, to be given back when it is shown no more; null where it can't be had. */
  image(hash: string): Promise<ImageAddress | null>;
  listen(listener: (event: Event) => void): () => void;
};

type Shape = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Makes a client from a contract: each call sends its path and its input. */
export function makeClient<C extends Shape>(contract: C, send: Transport['send']): ClientOf<C> {
  const groups = Object.entries(contract).map(([group, calls]) => {
    const functions = Object.keys(calls).map((name) => [name, (input: unknown) => send(`${group}.${name}`, input)]);
    return [group, Object.freeze(Object.fromEntries(functions))];
  });
  return Object.freeze(Object.fromEntries(groups)) as ClientOf<C>;
}
