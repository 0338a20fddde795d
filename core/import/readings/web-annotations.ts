import { z } from 'zod';
import { isSafeLink } from '../../article/blocks.ts';
import type { Colour } from '../../highlight/colour.ts';
import { colourSchema } from '../../highlight/colour.ts';
import { nearestToCss } from '../../highlight/nearest-colour.ts';
import { type FoundHighlight, nothingFound } from '../found-article.ts';
import { emptyHighlight, emptyReading, gather, type Reading, timeOf } from './reading.ts';

const one = <S extends z.ZodType>(schema: S) => z.union([z.array(schema), schema.transform((value) => [value])]);
const text = z.string().nullish();
const selectorSchema = z.looseObject({ type: text, exact: text, prefix: text, suffix: text });
type Selector = z.infer<typeof selectorSchema>;

/** The quote that a target's selectors give, with what stands around it; null for a note on the whole page. */
function quoteOf(selectors: readonly Selector[]): Pick<FoundHighlight, 'quote' | 'prefix' | 'suffix'> | null {
  const found = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && exact);
  return found?.exact ? { quote: found.exact, prefix: found.prefix ?? '', suffix: found.suffix ?? '' } : null;
}

const linkOf = (address: string | null | undefined) => (address && isSafeLink(address) ? address : null);

type Annotation = { readonly url: string; readonly title: string | null; readonly quote: ReturnType<typeof quoteOf>; readonly note: string; readonly tags: readonly string[]; readonly createdAt: string | null; readonly colour: Colour | null };

/** Annotations of one page each become the highlights of one article; a note on no words of it becomes a note on the whole. */
function toReadings(annotations: readonly Annotation[]): readonly Reading[] {
  return gather(annotations, ({ url }) => url).map((own): Reading => ({
    ...emptyReading,
    found: { ...nothingFound, title: own.find(({ title }) => title)?.title ?? null, url: linkOf(own[0]?.url) },
    note: own.filter(({ quote, note }) => !quote && note !== '').map(({ note }) => note).join('\n\n'),
    shelves: [...new Set(own.filter(({ quote }) => !quote).flatMap(({ tags }) => tags))],
    highlights: own.flatMap(({ quote, note, tags, createdAt, colour }): readonly FoundHighlight[] => (quote ? [{ ...emptyHighlight, ...quote, note, tags, createdAt, colour }] : [])),
  }));
}

const rowSchema = z.looseObject({
  uri: text, text, tags: z.array(z.string()).nullish(), created: text, updated: text, user: text, references: z.array(z.string()).nullish(), id: text,
  target: z.array(z.looseObject({ source: text, selector: z.array(selectorSchema).nullish() })).nullish(), document: z.looseObject({ title: one(z.string()).nullish() }).nullish(),
});
const hypothesisSchema = z.union([z.looseObject({ annotations: z.array(rowSchema) }).transform(({ annotations }) => annotations), z.looseObject({ rows: z.array(rowSchema) }).transform(({ rows }) => rows), z.array(rowSchema.extend({ uri: z.string(), user: z.string() })).min(1)]);

/** What Hypothesis' client exports or its API answers. Replies follow what they reply to. Null for what is none. */
export function fromHypothesis(value: unknown): readonly Reading[] | null {
  const parsed = hypothesisSchema.safeParse(value);
  if (!parsed.success || !parsed.data.every(({ uri, target }) => uri ?? target)) return null;
  const replies = parsed.data.filter(({ references }) => (references ?? []).length > 0);
  const name = (user: string | null | undefined) => /^acct:([^@]+)@/.exec(user ?? '')?.[1] ?? '';
  const answered = (id: string | null | undefined) => replies.filter(({ references }) => id && references?.[0] === id).map((reply) => `> ${(reply.text ?? '').replaceAll('\n', '\n> ')}\n>\n> — ${name(reply.user)}`);
  return toReadings(parsed.data.filter(({ references }) => (references ?? []).length === 0).map((row) => ({
    url: row.uri ?? row.target?.[0]?.source ?? '', title: row.document?.title?.[0] ?? null, quote: quoteOf(row.target?.flatMap(({ selector }) => selector ?? []) ?? []),
    note: [row.text ?? '', ...answered(row.id)].filter((each) => each !== '').join('\n\n'), tags: row.tags ?? [], createdAt: timeOf(row.created), colour: null,
  })));
}

const bodySchema = z.union([z.string().transform((value) => ({ value, purpose: null })), z.looseObject({ value: text, purpose: text })]);
const targetSchema = z.union([z.string().transform((source) => ({ source, selector: [] })), z.looseObject({ source: z.union([z.string(), z.looseObject({ id: z.string(), title: text })]), selector: one(selectorSchema).nullish(), title: text })]);
const annotationSchema = z.looseObject({ type: one(z.string()), target: one(targetSchema), body: one(bodySchema).nullish(), bodyValue: text, created: text, 'lectern:colour': text });
const collectionSchema = z.looseObject({ first: z.looseObject({ items: z.array(z.unknown()) }).optional(), items: z.array(z.unknown()).optional() });

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { data } = collectionSchema.safeParse(value);
  return data?.items ?? data?.first?.items ?? [value];
}

/** W3C Web Annotations: one, a list, a page or a collection of them, as JSON-LD. Null for what is none. */
export function fromWebAnnotations(value: unknown): { readonly readings: readonly Reading[]; readonly unread: readonly string[] } | null {
  const items = itemsOf(value).map((item) => ({ item, parsed: annotationSchema.safeParse(item) }));
  const isOne = (type: readonly string[]) => type.some((each) => each === 'Annotation' || each.endsWith('#Annotation'));
  const known = items.flatMap(({ parsed }) => (parsed.success && isOne(parsed.data.type) ? [parsed.data] : []));
  if (known.length === 0) return null;
  const annotations = known.map((each): Annotation => {
    const [target] = each.target;
    const source = target?.source ?? '';
    const bodies = each.body ?? [];
    const colour = each['lectern:colour'];
    return {
      url: typeof source === 'string' ? source : source.id, title: (typeof source === 'string' ? null : source.title) ?? null, quote: quoteOf(target?.selector ?? []),
      note: [each.bodyValue, ...bodies.filter(({ purpose }) => purpose !== 'tagging').map((body) => body.value)].filter(Boolean).join('\n\n'),
      tags: bodies.filter(({ purpose }) => purpose === 'tagging').flatMap((body) => body.value ?? []), createdAt: timeOf(each.created), colour: colourSchema.safeParse(colour).data ?? (colour ? nearestToCss(colour) : null),
    };
  });
  return { readings: toReadings(annotations), unread: items.filter(({ parsed }) => !parsed.success).map(({ item }) => JSON.stringify(item)) };
}

/** True for the table that Hypothesis' client exports. */
export const isHypothesisTable = (columns: readonly string[]) => columns.includes('quote/description') && columns.includes('comment') && columns.includes('url');

/** The table that Hypothesis' client exports: a row for each annotation. */
export function fromHypothesisTable(rows: readonly Readonly<Record<string, string>>[]): readonly Reading[] {
  return toReadings(rows.filter((row) => row['url']).map((row): Annotation => ({
    url: row['url'] ?? '', title: row['page'] || null, quote: row['type'] === 'Page note' || !row['quote/description'] ? null : { quote: row['quote/description'], prefix: '', suffix: '' },
    note: row['comment'] ?? '', tags: (row['tags'] ?? '').split(',').map((tag) => tag.trim()).filter((tag) => tag !== ''), createdAt: timeOf(row['created at']), colour: null,
  })));
}
