import { describe, expect, it } from 'vitest';
import { buildPage } from './build-page.ts';

const pageOf = (html: string) => {
  const built = buildPage(html);
  if ('over' in built) throw new Error(`over ${built.over}`);
  return built.page;
};
const bodyOf = (html: string) => String(pageOf(html).body);

describe('buildPage', () => {
  it.each([
    ['a fragment', '<p>a</p><p>b', '<body><p>a</p><p>b</p></body>'],
    ['text alone', 'just text', '<body>just text</body>'],
    ['a page without its outer tags', '<title>t</title><p>a', '<body><p>a</p></body>'],
    ['a page whose head is never closed', '<html><head><title>t</title><p>a', '<body><p>a</p></body>'],
    ['what stands behind the body', '<html><body><p>a</p></body></html><p>b', '<body><p>a</p><p>b</p></body>'],
    ['tags that are never closed', '<div><b>a<p>b</b>c', '<body><div><b>a<p>b</p></b>c</div></body>'],
  ])('gives %s a body', (_, html, body) => expect(bodyOf(html)).toBe(body));

  it('keeps what the head says', () => expect([...pageOf('<html lang=en><title>A &amp; B</title><meta name=author content=Ann><p>a').querySelectorAll('head title, head meta')].length).toBe(2));

  it('keeps no script, style or foreign document, nor what calls a script', () => {
    const html = '<script>a</script><style>b</style><svg><script>c</script><p>d</p></svg><iframe><p>e</p></iframe><template><p>f</p></template><object><p>g</p></object><p onclick="h" id="x">i</p><img src=x onerror=alert(1)>';
    expect(bodyOf(html)).toBe('<body><p id="x">i</p><img src="x"></body>');
  });

  it('keeps the data that a page gives to machines', () => expect([...pageOf('<script type="application/ld+json">{"a":1}</script>').querySelectorAll('script')].map((node) => node.textContent)).toEqual(['{"a":1}']));

  it.each([
    ['200,000 nested blocks', '<div>'.repeat(200_000), 'depth'],
    ['20,000 nested styles', '<b>'.repeat(20_000), 'depth'],
    ['nesting hidden in what is dropped', `<svg>${'<g>'.repeat(5_000)}`, 'depth'],
    ['an element of 100,000 attributes', `<p ${Array.from({ length: 100_000 }, (_, index) => `a${index}`).join(' ')}>`, 'attributes'],
    ['an attribute said 100,000 times', `<p ${'a '.repeat(100_000)}>`, 'attributes'],
    ['more characters than a page may have', 'x'.repeat(20 * 1024 * 1024 + 1), 'characters'],
  ])('refuses %s', (_, html, over) => expect(buildPage(html)).toEqual({ over }));

  it('refuses more nodes than a page may have', () => expect(buildPage(`<svg>${'<br>'.repeat(2_000_001)}`)).toEqual({ over: 'nodes' }));

  it('reads many elements that are not nested in each other, and 500 that are', () => {
    expect('page' in buildPage('<p>x'.repeat(20_000))).toBe(true);
    expect('page' in buildPage(`${'<div>'.repeat(500)}x`)).toBe(true);
    for (const name of ['h1', 'a', 'li', 'td', 'option']) expect('page' in buildPage(`<${name}>x`.repeat(5_000))).toBe(true);
  });
});
