/** A colour: red, green, blue from 0 to 255, and how much it covers, from 0 to 1. */
export type Paint = { readonly rgb: readonly [number, number, number]; readonly alpha: number };
/** Custom properties, by their name with its dashes. */
export type Tokens = ReadonlyMap<string, string>;

const clear: Paint = { rgb: [0, 0, 0], alpha: 0 };

/** A value with every `var()` replaced by what the tokens say. */
function substitute(value: string, tokens: Tokens): string {
  return value.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => {
    const token = tokens.get(name);
    if (token === undefined) throw new Error(`${name} is not declared.`);
    return substitute(token, tokens);
  });
}

/** Splits at commas that are not inside brackets. */
function argumentsOf(list: string): readonly string[] {
  return list.split(/,(?![^(]*\))/).map((each) => each.trim());
}

/** A percentage, or the sum that a `calc()` of percentages makes, from 0 to 1. */
function shareOf(text: string): number {
  const parts = text.replace(/^calc\((.*)\)$/, '$1').split('+').map((part) => /^\s*(-?[\d.]+)%\s*$/.exec(part)?.[1]);
  if (parts.includes(undefined)) throw new Error(`${text} is not a percentage.`);
  return parts.reduce((sum, part) => sum + Number(part) / 100, 0);
}

function mixIn([, first = '', second = '']: readonly string[]): Paint {
  const [, colour = first, share] = /^(.*\S)\s+(calc\(.*\)|[\d.]+%)$/.exec(first) ?? [];
  const part = share === undefined ? 0.5 : shareOf(share);
  const [a, b] = [readPaint(colour), readPaint(second)];
  const alpha = a.alpha * part + b.alpha * (1 - part);
  const at = (index: 0 | 1 | 2) => (alpha === 0 ? 0 : (a.rgb[index] * a.alpha * part + b.rgb[index] * b.alpha * (1 - part)) / alpha);
  return { rgb: [at(0), at(1), at(2)], alpha };
}

function readPaint(text: string): Paint {
  if (text === 'transparent' || text === 'none') return clear;
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (hex) return { rgb: [Number.parseInt(hex[1] ?? '', 16), Number.parseInt(hex[2] ?? '', 16), Number.parseInt(hex[3] ?? '', 16)], alpha: 1 };
  const mix = /^color-mix\((.*)\)$/.exec(text);
  if (mix?.[1] !== undefined) return mixIn(argumentsOf(mix[1]));
  throw new Error(`${text} is not a colour that this project writes.`);
}

/** The colour that a value of a style sheet stands for under these tokens. */
export function paintOf(value: string, tokens: Tokens): Paint {
  return readPaint(substitute(value, tokens));
}

/** What is seen where layers lie on each other, the lowest first. */
export function painted(...layers: readonly Paint[]): Paint {
  return layers.reduce((under, top) => {
    const alpha = top.alpha + under.alpha * (1 - top.alpha);
    const at = (index: 0 | 1 | 2) => (alpha === 0 ? 0 : (top.rgb[index] * top.alpha + under.rgb[index] * under.alpha * (1 - top.alpha)) / alpha);
    return { rgb: [at(0), at(1), at(2)], alpha };
  }, clear);
}

function luminance({ rgb }: Paint): number {
  const [r, g, b] = rgb.map((value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** The contrast ratio of WCAG 2.2, from 1 to 21, of what is drawn on a ground that covers all. */
export function contrast(drawn: Paint, ground: Paint): number {
  const [light = 0, dark = 0] = [luminance(painted(ground, drawn)), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
