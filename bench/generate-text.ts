import type { Random } from './random.ts';

const common = ['the', 'of', 'and', 'to', 'in', 'a', 'that', 'with', 'for', 'on', 'by', 'as', 'its', 'from'] as const;
const rarer = [
  'alliance', 'navigation', 'strait', 'patrol', 'treaty', 'sanctions', 'embassy', 'minister', 'exercise', 'tonnage', 'pipeline', 'corridor', 'harbour', 'charter',
  'deterrence', 'sovereignty', 'coastguard', 'negotiators', 'communiqué', 'escalation', 'statement', 'coalition', 'frontier', 'delegation', 'agreed', 'warned',
  'declined', 'observed', 'reported', 'announced', 'delayed', 'northern', 'joint', 'disputed', 'strategic', 'annual', 'reluctant', 'archipelago', 'naïve', 'café',
] as const;

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** Chooses the next word of a text. */
export type PickWord = (random: Random) => string;

const pickPlainly: PickWord = (random) => (random.next() < 0.4 ? random.pick(common) : random.pick(rarer));

const syllables = ['ba', 'cor', 'del', 'fen', 'gri', 'hal', 'ith', 'jun', 'ka', 'lor', 'mer', 'nis', 'or', 'pel', 'qua', 'ran', 'sol', 'tur', 'un', 'vis', 'wen', 'yel', 'zan', 'é'] as const;

/** Words as a language has them: a few stand everywhere, most stand hardly anywhere (Zipf's law). */
export function makeVocabulary(random: Random, count: number): { readonly words: readonly string[]; readonly pick: PickWord } {
  const made = new Set<string>([...common, ...rarer]);
  while (made.size < count) made.add(Array.from({ length: random.between(2, 5) }, () => random.pick(syllables)).join(''));
  const words = [...made];
  // A rank r with a likelihood of about 1 / r: the ranks are evenly spread by their logarithm.
  return { words, pick: (chance) => words[Math.floor(words.length ** chance.next()) - 1] ?? 'the' };
}

function makeSentence(random: Random, words: number, pick: PickWord = pickPlainly): string {
  const chosen = Array.from({ length: words }, () => pick(random));
  return `${capitalised(chosen.join(' '))}.`;
}

/** Paragraphs of about 70 words, `words` in all. */
export function makeParagraphs(random: Random, words: number, pick?: PickWord): readonly string[] {
  const paragraphs: string[] = [];
  for (let left = words; left > 0; ) {
    const sentences: string[] = [];
    for (let room = Math.min(left, random.between(50, 90)); room > 0; ) {
      const length = Math.min(room, random.between(8, 24));
      sentences.push(makeSentence(random, length, pick));
      room -= length;
      left -= length;
    }
    paragraphs.push(sentences.join(' '));
  }
  return paragraphs;
}

/** A news article as it comes when it is copied from a web page: title, dek, byline, date, paragraphs. */
export function makeNewsText(random: Random, words: number): string {
  const [title, dek] = [makeSentence(random, 8).slice(0, -1), makeSentence(random, 16)];
  return [title, dek, 'By Ada Marsh', '14 March 2026', ...makeParagraphs(random, words)].join('\n\n');
}
