import type { Colour } from './colour.ts';

type Rgb = readonly [red: number, green: number, blue: number];

/** Zotero's colours, as other programs write them too. */
const palette: readonly (readonly [Colour, Rgb])[] = [
  ['yellow', [255, 212, 0]], ['red', [255, 102, 102]], ['green', [95, 178, 54]], ['blue', [46, 168, 229]], ['purple', [162, 138, 229]], ['magenta', [229, 110, 238]], ['orange', [241, 152, 55]],
];
/** Less colour than this, of 1, is none. */
const GREY = 0.12;

/** The hue in degrees, 0 to 360, and how much colour there is, 0 to 1. */
function hueOf([red, green, blue]: Rgb): { readonly hue: number; readonly chroma: number } {
  const most = Math.max(red, green, blue);
  const range = most - Math.min(red, green, blue);
  if (range === 0) return { hue: 0, chroma: 0 };
  const sector = most === red ? (green - blue) / range : most === green ? 2 + (blue - red) / range : 4 + (red - green) / range;
  return { hue: (sector * 60 + 360) % 360, chroma: range / 255 };
}

const apart = (a: number, b: number) => Math.min(Math.abs(a - b), 360 - Math.abs(a - b));

/** The colour of ours that another program's comes nearest to, by its hue. Each part is 0 to 255. */
export function nearestColour(rgb: Rgb): Colour {
  const { hue, chroma } = hueOf(rgb);
  if (chroma < GREY) return 'grey';
  const distances = palette.map(([colour, own]) => ({ colour, distance: apart(hueOf(own).hue, hue) }));
  return distances.reduce((best, each) => (each.distance < best.distance ? each : best)).colour;
}

/** The colour nearest to "#ffd400", "#fd0" or "rgb(255, 212, 0)"; null for what is no such colour. */
export function nearestToCss(text: string): Colour | null {
  const [, long, short] = /^#?(?:([0-9a-f]{6})(?:[0-9a-f]{2})?|([0-9a-f]{3}))$/i.exec(text.trim()) ?? [];
  const hex = long ?? (short ? [...short].map((digit) => digit + digit).join('') : null);
  const parts = hex ? [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) : [...text.matchAll(/\d{1,3}/g)].map(([digits]) => Number(digits));
  const [red, green, blue] = parts;
  if (red === undefined || green === undefined || blue === undefined || (!hex && !/^rgba?\(/i.test(text.trim()))) return null;
  return nearestColour([red, green, blue]);
}
