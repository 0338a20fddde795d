import { z } from 'zod';

/** Pages larger than this are refused; extensions send text. */
export const PAGE_LENGTH_LIMIT = 40_000_000;

const id = z.string().max(64);

/** What a browser says: hello to know the door again, the code that pairs it, or a page. */
export const handoverRequests = {
  '/hello': z.strictObject({ id, nonce: z.string().min(16).max(128) }),
  '/pair': z.strictObject({ code: z.string().max(64), name: z.string().max(80) }),
  '/page': z.strictObject({ id, token: z.string().max(128), url: z.string().max(8_192), title: z.string().max(1_000), html: z.string().min(1).max(PAGE_LENGTH_LIMIT) }),
} as const;

export type HandoverPath = keyof typeof handoverRequests;
export type HandoverRequest<Path extends HandoverPath> = z.infer<(typeof handoverRequests)[Path]>;

export const isHandoverPath = (target: string): target is HandoverPath => Object.hasOwn(handoverRequests, target);
