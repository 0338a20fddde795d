/** A text as it comes from copying a page of news: a label, captions with their doubles, boilerplate, openings in capitals. */
export const pastedNews = `Ferry towns count the cost of a closed strait\u00a0 - analysis

Two harbours that lived from one crossing are learning to do without it, and neither likes what it learns.

A FERRY lies idle at the northern quay while its crew repaints the rails on Monday. (photo credit: ANNA BERG/HARBOUR PRESS/VIA REUTERS)
A FERRY lies idle at the northern quay while its crew repaints the rails on Monday.
(photo credit: ANNA BERG/HARBOUR PRESS/VIA REUTERS)

The crossing took forty minutes and nobody thought about it. “It was like a street,” said the harbour master, who has counted ships here for twenty years and now counts days between them.\u00a0

WHILE THE towns argue about who should pay, the cargo has found other ways. Lorries drive nine hours around the bay, and the price of fish has doubled in a place that used to export it.

“We were told that it would last a week, and then that it would last a month, and by the third time we had stopped to ask.

“Nobody lied to us. They did not know either,” she said.\u00a0\u00a0

COAST GUARD cutters patrol the mouth of the strait, where insurers no longer cover merchant ships.  (credit: REUTERS)
COAST GUARD cutters patrol the mouth of the strait, where insurers no longer cover merchant ships. (credit: REUTERS)

What the maps leave out

COULD THIS be the end of the line? The company says not, and points to a timetable for the spring; the insurers say that a timetable is not a policy, and that nothing sails without one.


Stay updated with the latest news!

Subscribe to The Harbour Post Newsletter


Until then the quay is a good place to think about what connects two towns: a line on a map, a habit, or forty minutes that somebody has to pay for.
`;

/** Wraps every line at a width, as a mail program does. */
export function wrapLines(text: string, width: number): string {
  const wrap = (line: string) =>
    line.split(/\s+/).filter((word) => word !== '').reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
      return lines;
    }, []);
  return text.split('\n').map((line) => wrap(line).join('\n')).join('\n');
}
