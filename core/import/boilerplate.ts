import type { AsideReason } from '../article/blocks.ts';
import { countWords } from '../base/text.ts';

const NETWORKS = '(?:twitter|x|facebook|instagram|telegram|whatsapp|linkedin|youtube|tiktok|threads|bluesky|google news|social media)';

const patterns: readonly (readonly [AsideReason, RegExp])[] = [
  ['newsletter', /^(?:stay (?:updated|informed|up[ -]to[ -]date|in the know|connected)\b|never miss (?:a|an|our)\b)/i],
  ['newsletter', /^(?:please |don’t miss out[:,.!]? )?(?:sign[ -]?up|subscribe|register|get|receive)\b.*\b(?:newsletters?|briefings?|inbox|e-?mail|alerts?|updates|digest|daily edition)\b/i],
  ['newsletter', /^(?:subscribe|sign[ -]?up)(?: now| today| here| to [\p{L} ]{3,40}| for (?:free|more))?[!.]?$/iu],
  ['newsletter', /^(?:our |free |the )?(?:daily |weekly )?newsletters?[!.]?$/i],
  ['related', /^(?:related|read (?:also|more|next)|also read|see (?:also|more)|don[’']?t miss|breaking news|latest (?:news|stories)|more (?:on this|from)|recommended|further reading)(?: (?:stories|articles|news|topics|content|reading|posts|links))?\s*(?::|$)/i],
  ['related', /^(?:you (?:may|might) (?:also|like)\b|most (?:read|popular|viewed)$|top stories$|trending(?: now)?$|editor[’']?s['’]? (?:picks?|choice)|more (?:stories|articles|news)$|what to read next)/i],
  ['advertisement', /^(?:advertisements?|advertising|ad|sponsored(?: content)?|paid content|promoted|adverts?|iklan|anzeige|werbung|publicité|publicidad)[:.]?$/i],
  ['advertisement', /^(?:the )?(?:story|article|report) continues (?:below|after)\b|^(?:scroll|keep scrolling) (?:down )?(?:to|for) (?:continue|more)\b/i],
  ['advertisement', /^(?:this (?:post|article|page|story) (?:may )?contains? |we (?:may )?(?:earn|receive|get) ).*\b(?:affiliate|commission|referral)/i],
  ['follow', new RegExp(`^(?:follow|like|find|join|connect with) (?:us|him|her|them|me|@\\S{1,30}|the [\\p{L} ]{3,40}|[\\p{Lu}][\\p{L} ]{2,40}) (?:on|at|via) (?:our )?${NETWORKS}\\b`, 'iu')],
  ['follow', /^(?:share(?: this)?(?: article| story| post| page)?|share (?:on|via) [\p{L} ,]{1,40}|download (?:our|the) [\p{L} ]{0,30}app\b.*|tweet|like this|follow us)$/iu],
  ['copyright', /^(?:©|\(c\) ?\d{4}|copyright\b[ ©]*(?:\d{4}|by\b|©)|all rights reserved)/i],
  ['copyright', /\b(?:may|can)not be (?:published, broadcast|reproduced|republished|redistributed)/i],
  ['navigation', /^(?:(?:image|photo|slide|picture)s? ?)?\d{1,3} ?(?:of|\/|of \/) ?\d{1,3}$|^(?:(?:enlarge|expand|view|open|show) (?:image|photo|picture|gallery)s?|image|caption|close|next|previous|prev|play|pause|replay|hide caption|toggle caption|highlights|advertise with us)$/i],
  ['navigation', /^(?:filed under|tags?|topics?|categor(?:y|ies)|posted in|labels?|reading time|tempo de leitura|lesedauer|temps de lecture)\s*:/i],
  ['navigation', /^(?:this |our )?(?:web ?site|site|slideshow|page|we) (?:uses? cookies|requires? javascript)\b/i],
  ['navigation', /^(?:skip to (?:main )?content|back to (?:top|home)|jump to navigation|print(?: (?:this )?(?:article|page))?|e-?mail this|copy link|save(?: article)?|listen(?: to (?:this )?(?:article|story))?|continue reading(?: the main story)?|show more|load more|see all|view all|menu|search|log ?in|sign in|\d+ ?min(?:ute)?s? read)$/i],
  ['comments', /^(?:\d+ )?comments?(?: \(\d+\))?$|^(?:leave|post|add|write) (?:a |your )?(?:comment|reply)|^(?:join|view|show) (?:the )?(?:conversation|discussion|comments)\b/i],
];

/** Why a line standing alone is not part of the article ("Subscribe to our newsletter"); null when it may well be. */
export function findAsideReason(line: string): AsideReason | null {
  if (line.length > 180 || /^["“”„«'‘]/.test(line) || countWords(line) > 25) return null;
  return patterns.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}
