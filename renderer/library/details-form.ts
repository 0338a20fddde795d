import { type Article, type Details, detailsSchema } from '../../core/article/article.ts';
import { isSafeLink } from '../../core/article/blocks.ts';
import { detailsMessages } from '../text/library-messages.ts';

/** The details that are typed as text; an empty field is one that is not known. */
export const textFields = ['title', 'label', 'dek', 'byline', 'source', 'published', 'url', 'language'] as const;
export type TextFieldName = (typeof textFields)[number];

export type DetailsForm = Readonly<Record<TextFieldName, string>> & { readonly direction: Details['direction'] };
export type FormFaults = Readonly<Partial<Record<TextFieldName, string>>>;

export function formOf(article: Article): DetailsForm {
  const { title, label, dek, byline, source, published, url, language, direction } = article;
  return { title, label: label ?? '', dek: dek ?? '', byline: byline ?? '', source: source ?? '', published: published ?? '', url: url ?? '', language: language ?? '', direction };
}

/** True for an ISO date whose day is in its month. */
function isRealDate(iso: string): boolean {
  const day = /^\d{4}-\d\d-\d\d/.exec(iso)?.[0];
  if (day === undefined) return !/^\d{4}-(?:00|1[3-9]|[2-9]\d)$/.test(iso);
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

const valueOf = (form: DetailsForm, field: TextFieldName): string | null => form[field].trim() || null;

/** What is wrong with a field's value, to be said at the field; undefined when nothing is. */
function faultOf(field: TextFieldName, value: string | null): string | undefined {
  const { faults } = detailsMessages;
  if (value === null) return field === 'title' ? faults.title : undefined;
  if (!detailsSchema.shape[field].safeParse(value).success) return field === 'published' || field === 'language' ? faults[field] : faults.tooLong;
  if (field === 'published' && !isRealDate(value)) return faults.published;
  return field === 'url' && !isSafeLink(value) ? faults.url : undefined;
}

export type ParsedForm = { readonly ok: true; readonly changes: Partial<Details> } | { readonly ok: false; readonly faults: FormFaults };

/** What the form changes of an article, or what is wrong with it. What was left as it was is not judged. */
export function parseForm(article: Article, form: DetailsForm): ParsedForm {
  const before = formOf(article);
  const changed = textFields.filter((field) => form[field].trim() !== before[field].trim());
  const faults = Object.fromEntries(changed.flatMap((field) => {
    const fault = faultOf(field, valueOf(form, field));
    return fault === undefined ? [] : [[field, fault]];
  }));
  if (Object.keys(faults).length > 0) return { ok: false, faults };
  const texts = Object.fromEntries(changed.map((field) => [field, valueOf(form, field)]));
  return { ok: true, changes: form.direction === before.direction ? texts : { ...texts, direction: form.direction } };
}
