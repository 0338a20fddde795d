import { fail, type Result, succeed } from '../../core/base/result.ts';
import { type Source, SOURCE_BYTES_LIMIT } from '../../core/import/source.ts';

const NAME = 'Standard input';

/** Reads a stream of text to its end, or to the limit of a source. */
export async function readStream(stream: AsyncIterable<unknown>, limitBytes = SOURCE_BYTES_LIMIT): Promise<Result<Source>> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = typeof chunk === 'string' || chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
    bytes += part.length;
    if (bytes > limitBytes) return fail({ code: 'file-too-large', name: NAME, bytes, limitBytes });
    chunks.push(part);
  }
  return succeed({ name: NAME, bytes: new Uint8Array(Buffer.concat(chunks)), origin: 'paste', mediaType: null });
}
