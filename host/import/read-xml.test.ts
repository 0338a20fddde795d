import { describe, expect, it } from 'vitest';
import { findElements, readXml, textOf } from './read-xml.ts';

describe('readXml', () => {
  it('reads elements without their prefixes, attributes as written, and text in order', () => {
    expect(readXml('<?xml version="1.0"?><a xmlns:x="u"><x:b x:c="1 &amp; 2">one<d/>two &#65;<![CDATA[ <3]]></x:b></a>')).toEqual({
      name: 'a', attributes: { 'xmlns:x': 'u' }, children: [{ name: 'b', attributes: { 'x:c': '1 & 2' }, children: ['one', { name: 'd', attributes: {}, children: [] }, 'two A <3'] }],
    });
  });

  it('finds elements at any depth, and all their text', () => {
    const root = readXml('<a><b>1</b><c><b>2<i>3</i></b></c></a>');
    expect(root && findElements(root, 'b').map(textOf)).toEqual(['1', '23']);
  });

  it('reads a document that names its type', () => expect(readXml('<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" "http://example.org/ncx.dtd"><ncx/>')?.name).toBe('ncx'));

  it.each([
    ['entities that breed', '<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>'],
    ['an entity that is a file', '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><l>&x;</l>'],
    ['an entity that is an address', '<!DOCTYPE l [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x;]><l/>'],
    ['elements without end', '<a>'.repeat(100_000)],
    ['plain text', 'nothing here'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(readXml(text)).toBeNull());

  it('lets an entity that nobody declared stand for itself', () => expect(readXml('<a>&nobody; &amp;</a>')?.children).toEqual(['&nobody; &']));
});
