/** A rule of a style sheet, with the conditions of the at-rules around it. */
export type Rule = { readonly media: string; readonly selectors: readonly string[]; readonly declared: ReadonlyMap<string, string> };

/** Where the block that opens at `open` ends. */
function endOfBlock(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === '{') depth += 1;
    if (css[at] === '}' && (depth -= 1) === 0) return at;
  }
  throw new Error('A block of the style sheet is not closed.');
}

function declarationsOf(body: string): ReadonlyMap<string, string> {
  const pairs = body.split(';').filter((part) => part.includes(':'));
  return new Map(pairs.map((part) => [part.slice(0, part.indexOf(':')).trim(), part.slice(part.indexOf(':') + 1).trim()]));
}

/** The rules of a style sheet, in order. Rules inside rules are not used in this project, and are not read. */
export function parseRules(css: string, media = ''): readonly Rule[] {
  const text = css.replaceAll(/\/\*[^]*?\*\//g, '');
  const rules: Rule[] = [];
  for (let at = 0, open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
    const prelude = text.slice(at, open).trim();
    const end = endOfBlock(text, open);
    const body = text.slice(open + 1, end);
    at = end + 1;
    if (prelude.startsWith('@media')) rules.push(...parseRules(body, `${media} ${prelude.slice('@media'.length)}`.trim()));
    else if (!prelude.startsWith('@')) rules.push({ media, selectors: prelude.split(/,(?![^(]*\))/).map((each) => each.trim()), declared: declarationsOf(body) });
  }
  return rules;
}

/** What the last rule with exactly this selector, outside of media queries, says of a property. */
export function valueIn(css: string, selector: string, property: string): string {
  const value = parseRules(css).findLast((rule) => rule.media === '' && rule.selectors.includes(selector) && rule.declared.has(property))?.declared.get(property);
  if (value === undefined) throw new Error(`No rule for ${selector} declares ${property}.`);
  return value;
}
