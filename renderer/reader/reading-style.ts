import type { CSSProperties } from 'react';
import type { Settings } from '../../core/library/settings.ts';

/** How the article looks, as the properties that its style sheets read. */
export function readingStyle({ typeface, textSize, lineHeight, measure, paragraphSpacing, isJustified, isHyphenated }: Settings): CSSProperties {
  return {
    '--reading-face': `var(--${typeface})`,
    '--text-size': `${textSize}px`,
    '--text-line-height': lineHeight,
    '--measure': `${measure}px`,
    '--paragraph-space': `${paragraphSpacing}em`,
    '--text-align': isJustified ? 'justify' : 'start',
    '--hyphens': isHyphenated ? 'auto' : 'manual',
  };
}
