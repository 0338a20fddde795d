/** What sites add to an address to know where a reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|ref_src|ref_url|cmpid|ocid|smid|xtor|guccounter|guce_\w+)$/i;

/** What of a web address tells one page from another: no scheme, no "www.", no fragment, no slash at the end, nothing that only tells where a reader came from. Null for what is no web address. */
export function addressKey(url: string | null): string | null {
  const [, rest = ''] = /^https?:\/\/(?:www\.)?(.+)$/i.exec(url?.trim() ?? '') ?? [];
  if (rest === '') return null;
  const [address = ''] = rest.split('#', 1);
  const [path = '', ...queries] = address.split('?');
  const [host = '', ...parts] = path.split('/');
  const query = queries.join('?').split('&').filter((part) => part !== '' && !TRACKING.test(part.split('=', 1)[0] ?? '')).sort().join('&');
  const place = [host.toLowerCase().replace(/:(?:80|443)$/, ''), ...parts].join('/').replace(/\/+$/, '');
  return query === '' ? place : `${place}?${query}`;
}
