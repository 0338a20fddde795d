/** What a YAML reader would take for something else than text. */
const RESERVED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;
/** Begins with a letter, and holds nothing that means something in YAML. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} ,./()_’‘“”–—-]*$/u;
// Characters that YAML does not print, or takes for a line’s end.
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/** A text as a YAML scalar: plain where that is read back as the same text, else in double quotes as JSON writes them. */
export function yamlText(text: string): string {
  const wellFormed = text.toWellFormed();
  if (PLAIN.test(wellFormed) && !wellFormed.endsWith(' ') && !RESERVED.test(wellFormed)) return wellFormed;
  return JSON.stringify(wellFormed).replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A key with a text, or with a list of them. */
export function yamlEntry(key: string, value: string | readonly string[]): string {
  if (typeof value === 'string') return `${key}: ${yamlText(value)}`;
  return [`${key}:`, ...value.map((item) => `  - ${yamlText(item)}`)].join('\n');
}
