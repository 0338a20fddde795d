/** Runs in the page: its address, title and markup as they are now, with whole addresses and without what can run. It changes nothing of the page. */
export function capturePage() {
  const copy = document.documentElement.cloneNode(true);
  const shown = [...document.images];
  // The copy holds the same elements in the same order.
  for (const [index, image] of [...copy.querySelectorAll('img')].entries()) {
    const original = shown[index];
    if (original?.currentSrc) image.setAttribute('src', original.currentSrc);
    for (const name of ['srcset', 'sizes', 'loading']) image.removeAttribute(name);
  }
  for (const link of copy.querySelectorAll('a[href]')) {
    try {
      link.setAttribute('href', new URL(link.getAttribute('href'), document.baseURI).href);
    } catch {
      // What is no address leads nowhere, here as in the page.
      link.removeAttribute('href');
    }
  }
  for (const element of copy.querySelectorAll('script:not([type="application/ld+json"]), style, link[rel~="stylesheet"], iframe, object, embed, template')) element.remove();
  // Fields hold what their reader typed, which is nobody's business.
  for (const field of copy.querySelectorAll('input, textarea, select')) field.remove();
  return { url: location.href, title: document.title, html: `<!doctype html>${copy.outerHTML}` };
}
