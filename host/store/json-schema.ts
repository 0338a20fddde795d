import { z } from 'zod';
import { articleSchema } from '../../core/article/article.ts';
import { contentSchema } from '../../core/article/blocks.ts';
import { collectionsSchema } from '../../core/collection/collection.ts';
import { savedSearchesSchema } from '../../core/search/saved-search.ts';
import { formatAfter, migrations } from '../../core/library/migrations.ts';
import { settingsSchema } from '../../core/library/settings.ts';
import { codebookSchema } from '../../core/tag/tag.ts';
import { identitySchema } from './document-refs.ts';

const format = formatAfter(migrations);

/** A document: its envelope, then its body. */
const documentOf = (kind: string, body: z.ZodObject) =>
  z.looseObject({ kind: z.literal(kind), format: z.literal(format), rev: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/).nullable(), ...body.shape });

const files = {
  library: { title: 'library.json', schema: documentOf('library', identitySchema) },
  codebook: { title: 'codebook.json', schema: documentOf('codebook', codebookSchema) },
  collections: { title: 'collections.json', schema: documentOf('collections', collectionsSchema) },
  searches: { title: 'searches.json', schema: documentOf('searches', savedSearchesSchema) },
  settings: { title: 'settings.json', schema: documentOf('settings', settingsSchema.partial()) },
  article: { title: 'articles/<id>.json', schema: documentOf('article', articleSchema) },
  content: { title: 'content/<sha256>.json', schema: contentSchema },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly schema: z.ZodType }>>;

/** The JSON Schema (2020-12) of every kind of file that a library has, by its kind: what the parsers accept, less what no schema can say. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(Object.entries(files).map(([kind, { title, schema }]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
    return [kind, `${JSON.stringify({ $schema, title: `${title}, format ${kind === 'content' ? contentSchema.shape.format.value : format}`, ...rest }, null, 2)}\n`];
  }));
}
