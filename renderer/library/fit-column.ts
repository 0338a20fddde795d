/** What stands beside the text of a cell: its padding, and a little air. */
const PADDING = 20;

/** The width, in CSS pixels, that texts need on one line each in a font as CSS writes it. */
export function fittingWidth(texts: readonly string[], font: string): number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return PADDING;
  context.font = font;
  return Math.ceil(Math.max(0, ...texts.map((text) => context.measureText(text).width)) + PADDING);
}
