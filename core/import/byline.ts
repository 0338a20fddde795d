const OPENING = /^(?:(?:story |written |words |reporting )?by|von|par|por|door)[:\s]\s*/iu;
const SMALL_WORDS = new Set(['and', 'in', 'of', 'for', 'the', 'at', 'with', 'de', 'da', 'di', 'du', 'van', 'von', 'der', 'den', 'del', 'la', 'le', 'el', 'al', 'bin', 'ibn', 'y', 'e', 'et', 'und', 'en', '&', '|', '-', '–', '—', '·', '•']);
const WORD_LIMIT = 16;

/** The names in a byline, without "By": null when the line is not one. What follows a bar or a date is not part of it. */
export function findByline(line: string): string | null {
  const names = line.replace(OPENING, '').split(/\s+[|·•]\s+/)[0]?.trim() ?? '';
  if (!OPENING.test(line) || names === '' || line.split(' ').length > WORD_LIMIT || /[.!?;:]$/.test(line.replace(/\b(?:Jr|Sr)\.$/, ''))) return null;
  const words = names.split(' ').filter((word) => !SMALL_WORDS.has(word));
  return words.length > 0 && words.every((word) => /^[("“'‘]?[\p{Lu}\p{Lt}\p{Lo}\d@]/u.test(word)) ? names : null;
}
