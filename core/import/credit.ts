import { countWords } from '../base/text.ts';

/** A caption and its credit as a line gives them; '' where it gives none. */
export type Credited = { readonly caption: string; readonly credit: string };

const WORD_LIMIT = 90;
const KEY = '(?:(?:photo|image|picture|illustration|graphic|video)?\\s*(?:credits?|courtesy)|photos?|photographs?|images?|illustration|foto|bild|crédit(?: photo)?)';
const AGENCY = 'AP|AFP|EPA(?:-EFE)?|Reuters|REUTERS|Getty|Getty Images|TASS|Xinhua|Sputnik|SPUTNIK|Flash90|FLASH90|Shutterstock|Bloomberg|Alamy|iStock|dpa|DPA|ANSA|Wikimedia Commons';
/** "(photo credit: NAME)", "(Photo by NAME)", "(AP Photo/NAME)", "(NAME/REUTERS)", "(NAME via Getty Images)". No name here holds a bracket, so each is found in one pass. */
const BRACKETED = new RegExp(`\\((?:(?i:${KEY})\\s*(?::|\\bby\\b)\\s*([^()]{1,120})|((?:[^()]{1,80}[/ ])?(?:${AGENCY})(?:[/ ][^()]{1,80})?))\\)`, 'g');
const BARE = new RegExp(`^(?:${KEY})\\s*:\\s*(?:©\\s*)?([^:!?]{2,120}?)\\.?$`, 'i');
/** "NAME | Bloomberg | Getty Images": names and agencies between bars. */
const BARRED = new RegExp(`^[^|.!?]{2,60}(?:\\s+\\|\\s+[^|.!?]{2,60}){0,2}\\s+\\|\\s+(?:${AGENCY})$`);
const COURTESY = /^(?:(?:photo|image|picture)s? )?courtesy of [^.!?]{2,60}$/i;
const ENDS_WITH_BRACKET = /\)\s*$/;
const AGENCY_CREDIT = new RegExp(`(?:^|[/ ])(?:${AGENCY})(?:$|[/ ])`);

/** An agency's bracket may hold a sentence; a credit is names, a few words long. */
const isCredit = (text: string) => countWords(text) <= 10;

/** The captions with credits that a line is made of, two where it holds two; none when it does not end in a credit. */
export function splitCredits(line: string): readonly Credited[] {
  const bare = BARE.exec(line);
  if (bare?.[1] && (AGENCY_CREDIT.test(bare[1]) || isCredit(bare[1]))) return [{ caption: '', credit: bare[1].trim() }];
  const [courtesy] = COURTESY.exec(line) ?? [];
  if (courtesy) return [{ caption: '', credit: courtesy }];
  if (BARRED.test(line)) return [{ caption: '', credit: line }];
  if (!ENDS_WITH_BRACKET.test(line)) return [];
  const parts: Credited[] = [];
  let from = 0;
  for (const found of line.matchAll(BRACKETED)) {
    const credit = (found[1] ?? found[2] ?? '').trim();
    if (!isCredit(credit)) continue;
    parts.push({ caption: line.slice(from, found.index).trim(), credit });
    from = found.index + found[0].length;
  }
  const isWhole = line.slice(from).trim() === '';
  return isWhole && parts.every((part) => countWords(part.caption) <= WORD_LIMIT) ? parts : [];
}
