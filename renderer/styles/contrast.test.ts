import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { colours } from '../../core/highlight/colour.ts';
import { contrast, painted, paintOf, type Paint, type Tokens } from './testing/paint.ts';
import { parseRules, valueIn } from './testing/style-sheet.ts';

/** What WCAG 2.2 asks for text, and for parts of controls and of pictures. */
const [TEXT, PART] = [4.5, 3];

/** What a style sheet of the window says of a property. */
function said(path: string, selector: string, property: string): string {
  return valueIn(readFileSync(new URL(path, import.meta.url), 'utf8'), selector, property);
}

const rules = parseRules(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'));
const themes = rules.flatMap((rule) => rule.selectors.flatMap((selector) => /^:root\[data-theme='(.+)'\]$/.exec(selector)?.[1] ?? []));

/** The tokens of a theme as they are on an element of a colour. */
function tokensOf(theme: string, colour: string): Tokens {
  const selectors = [':root', `:root[data-theme='${theme}']`, '[data-colour]', `[data-colour='${colour}']`];
  return new Map(rules.filter((rule) => rule.selectors.some((each) => selectors.includes(each))).flatMap((rule) => [...rule.declared]));
}

type Case = { readonly drawn: string; readonly on: readonly string[] };

/** The cases whose contrast is under the limit, each with its ratio. */
function weak(cases: readonly Case[], limit: number, tokens: Tokens): readonly string[] {
  const ground = (on: readonly string[]): Paint => painted(...on.map((value) => paintOf(value, tokens)));
  return cases.map(({ drawn, on }) => ({ drawn, on, ratio: contrast(paintOf(drawn, tokens), ground(on)) }))
    .filter(({ ratio }) => ratio < limit)
    .map(({ drawn, on, ratio }) => `${drawn} on ${on.join(' under ')}: ${ratio.toFixed(2)}`);
}

function everyCase(drawn: readonly string[], on: readonly (readonly string[])[]): readonly Case[] {
  return drawn.flatMap((each) => on.map((ground) => ({ drawn: each, on: ground })));
}

const leaf = '../reader/article-leaf.module.css';
const [paper, panel, raised, ink, muted, accent, danger] = ['paper', 'panel', 'raised', 'ink', 'muted', 'accent', 'danger'].map((name) => `var(--${name})`) as [string, string, string, string, string, string, string];
const surfaces = [[paper], [panel], [raised]];

/** A highlight in each of its states: flat, so that where several overlap one is painted, the others are lines below it. */
const marks = ['.mark', '.mark:hover', '.mark.isSelected'].map((selector) => said(leaf, selector, 'background'));
const passing = ['transparent', said('./base.css', '::selection', 'background'), ...['found', 'spoken', 'pending'].map((name) => said('./base.css', `::highlight(${name})`, 'background-color'))];
/** The text of a highlight may stand on the page or in a box of code, and what passes is painted over it. */
const marked = [paper, panel].flatMap((ground) => marks.flatMap((mark) => passing.map((over) => [ground, mark, over])));

describe.each(['light', ...themes])('in the theme %s', (theme) => {
  it.each(colours)('text and links on a %s highlight can be read in every state', (colour) => {
    const texts = [said(leaf, '.mark', 'color'), said(leaf, '.mark a:any-link', 'color'), said(leaf, '.mark a:any-link:hover', 'color')];
    expect(weak(everyCase(texts, marked), TEXT, tokensOf(theme, colour))).toEqual([]);
  });

  it.each(colours)('the edges and grips of a %s highlight, and the ring on it, can be seen', (colour) => {
    const edges = everyCase(['var(--edge)'], [[paper], [panel], [raised]]);
    const rings = everyCase([accent], [[paper], ...marks.map((mark) => [paper, mark])]);
    const lines = everyCase([said('../reader/inline-text.module.css', '.link', 'text-decoration-color')], [[paper], ...marks.map((mark) => [paper, mark])]);
    expect(weak([...edges, ...rings, ...lines], PART, tokensOf(theme, colour))).toEqual([]);
  });

  it('text that is not on a highlight can be read', () => {
    const passed = passing.map((over) => [paper, over]);
    const rows = [
      [panel, said('../library/article-row.module.css', '.row:hover .open', 'background')],
      [panel, said('../library/article-row.module.css', '.row.isSelected .open', 'background')],
      [paper, said('../library/table-row.module.css', '.row:hover', 'background')],
      [paper, said('../library/table-row.module.css', '.row.isSelected', 'background')],
      [panel, said('../library/shelf-row.module.css', '.row[aria-current]', 'background')],
      [raised, said('../palette/palette.module.css', ".option[aria-selected='true']", 'background')],
      [raised, said('../library/version-list.module.css', 'button.version:hover', 'background')],
    ];
    const cases = [
      ...everyCase([ink, muted, accent, danger], surfaces),
      ...everyCase([ink, muted, accent], rows),
      ...everyCase([ink], passed),
      ...everyCase([said('../reader/article-view.module.css', '.body blockquote', 'color')], [[paper]]),
      ...everyCase([ink], [[raised, said('../ui/word-change.module.css', '.added', 'background')], [raised, said('../ui/word-change.module.css', '.removed', 'background')]]),
      ...everyCase([said('./base.css', '::highlight(found-current)', 'color')], [[paper, said('./base.css', '::highlight(found-current)', 'background-color')]]),
      ...everyCase([ink], [[panel, said('../ui/banner.module.css', '.banner', 'background')]]),
      ...everyCase(['var(--on-accent)'], ['.primary', '.primary:hover', '.primary:active'].map((selector) => [raised, said('../ui/button.module.css', selector, 'background')])),
    ];
    expect(weak(cases, TEXT, tokensOf(theme, 'yellow'))).toEqual([]);
  });

  it('the frames of fields, focus rings, icons and progress can be seen', () => {
    const frames = everyCase(['var(--control-line)', accent, muted, danger], surfaces);
    const progress = everyCase([accent], [['var(--track)']]);
    expect(weak([...frames, ...progress], PART, tokensOf(theme, 'yellow'))).toEqual([]);
  });
});
