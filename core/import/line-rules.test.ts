import { describe, expect, it } from 'vitest';
import { findAsideReason } from './boilerplate.ts';
import { findByline } from './byline.ts';
import { splitCredits } from './credit.ts';
import { findDate, findDateline } from './published.ts';
import { isTitleLine, splitLabel } from './title.ts';

describe('findDate', () => {
  it.each([
    ['2021-11-24', '2021-11-24'],
    ['2021-11-24T19:11:05.123+0200', '2021-11-24T19:11:05.123+02:00'],
    ['2021-11-24 19:11 Z', '2021-11-24T19:11Z'],
    ['Wed, 24 Nov 2021 10:00:00 GMT', '2021-11-24'],
    ['November 24th, 2021', '2021-11-24'],
    ['24. März 2021', '2021-03-24'],
    ['24 août 2021', '2021-08-24'],
    ['24 de noviembre de 2021', '2021-11-24'],
    ['24.11.2021', '2021-11-24'],
    ['November 2021', '2021-11'],
    ['31 February 2021', null],
    ['11/12/2021', null],
    ['Market 2021', null],
  ])('reads %s as %s', (text, date) => expect(findDate(text)).toBe(date));
});

describe('findDateline', () => {
  it.each([
    ['Published: NOVEMBER 24, 2021 19:11', '2021-11-24'],
    ['Wed 24 Nov 2021 10.00 GMT', '2021-11-24'],
    ['24 November 2021', '2021-11-24'],
    ['The war of 24 November 2021 and what came of it', null],
    ['On 24 November 2021 the ministers met.', null],
  ])('reads %s as %s', (line, date) => expect(findDateline(line)).toBe(date));
});

describe('findByline', () => {
  it.each([
    ['By SETH B. EXAMPLE', 'SETH B. EXAMPLE'],
    ['By Ann Example and Bob van der Test in Berlin', 'Ann Example and Bob van der Test in Berlin'],
    ['By Ann Example | 24 November 2021', 'Ann Example'],
    ['Von Anna Müller', 'Anna Müller'],
    ['By Monday everyone had left', null],
    ['By the sea', null],
    ['By Ann Example.', null],
    ['Ann Example', null],
  ])('reads %s as %s', (line, names) => expect(findByline(line)).toBe(names));
});

describe('splitCredits', () => {
  it.each([
    ['Ships at anchor. (photo credit: ANN/REUTERS)', [['Ships at anchor.', 'ANN/REUTERS']]],
    ['Ships at anchor (AP Photo/Ann Example)', [['Ships at anchor', 'AP Photo/Ann Example']]],
    ['Ships at anchor (Photo by Ann Example)', [['Ships at anchor', 'Ann Example']]],
    ['Ships at anchor. (ANN EXAMPLE/REUTERS)', [['Ships at anchor.', 'ANN EXAMPLE/REUTERS']]],
    ['(credit: REUTERS)', [['', 'REUTERS']]],
    ['Photo: Ann Example', [['', 'Ann Example']]],
    ['One (AP) Two (AFP)', [['One', 'AP'], ['Two', 'AFP']]],
    ['He met the union (which had waited for years)', []],
    ['WASHINGTON (AP) said nothing more about it', []],
    ['Photo: a thing that is explained here at far greater length than any credit would be', []],
  ])('reads %s', (line, parts) => expect(splitCredits(line).map(({ caption, credit }) => [caption, credit])).toEqual(parts));
});

describe('findAsideReason', () => {
  it.each([
    ['Stay updated with the latest news!', 'newsletter'],
    ['Subscribe to The Harbour Post Newsletter', 'newsletter'],
    ['Sign up for our daily briefing', 'newsletter'],
    ['Read also: Ships that go dark', 'related'],
    ['Most read', 'related'],
    ['Advertisement', 'advertisement'],
    ['Story continues below advertisement', 'advertisement'],
    ['Follow us on Twitter and Facebook', 'follow'],
    ['© 2021 The Harbour Post', 'copyright'],
    ['Skip to main content', 'navigation'],
    ['12 comments', 'comments'],
    ['Advert', 'advertisement'],
    ['This post may contain affiliate links.', 'advertisement'],
    ['Image 3 of 12', 'navigation'],
    ['Hide caption', 'navigation'],
    ['Filed under: Shipping', 'navigation'],
    ['This website uses cookies to improve your experience.', 'navigation'],
    ['Don’t miss', 'related'],
    ['Image of a town in winter', null],
    ['We use cookies as bait, the baker said', 'navigation'],
    ['“Subscribe to our newsletter,” he joked', null],
    ['Stay where you are, the captain said, and nobody moved', null],
    ['More from this than from anything else one learns patience.', null],
    ['Follow the money and you find the harbour', null],
    ['Copyright law is the next field on which the two will meet', null],
    ['Sign of the times', null],
  ])('says of “%s” %s', (line, reason) => expect(findAsideReason(line)).toBe(reason));
});

describe('splitLabel', () => {
  it.each([
    ['The next big alliance - analysis', 'The next big alliance', 'analysis'],
    ['Opinion | The next big alliance', 'The next big alliance', 'Opinion'],
    ['Analysis: The next big alliance', 'The next big alliance', 'Analysis'],
    ['An analysis of two towns', 'An analysis of two towns', null],
  ])('splits “%s”', (line, title, label) => expect(splitLabel(line)).toEqual({ title, label }));
});

describe('isTitleLine', () => {
  it.each([
    ['The next big alliance', true],
    ['Who counts the ships that go dark?', true],
    ['It ended as it had begun.', false],
    ['Alone', false],
    ['中国和俄罗斯签署路线图', true],
  ])('of “%s” is %s', (line, is) => expect(isTitleLine(line)).toBe(is));
});

describe('the rules', () => {
  it('end on lines made to keep a pattern trying', () => {
    const hostile = ['('.repeat(50_000), '(AP/'.repeat(20_000), '(photo credit: '.repeat(5_000), 'a '.repeat(50_000), '12 '.repeat(30_000), 'By '.repeat(30_000), 'subscribe '.repeat(20_000), `Published${' :'.repeat(50_000)}`];
    for (const line of hostile) {
      expect(splitCredits(line)).toEqual([]);
      for (const rule of [findAsideReason, findByline, findDate, findDateline]) expect(rule(line)).toBeNull();
    }
  });
});
