/** 64 bits of a text, as 16 hexadecimal digits: enough to tell the values of one field apart, and no protection against a forger. */
export function fingerprint(text: string): string {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit ^ (low >>> 13), 0xc2b2ae35);
    high ^= high >>> 15;
  }
  const first = mix(low ^ Math.imul(high, 0x27d4eb2f) ^ text.length);
  const second = mix(high ^ first);
  return [first, second].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}

function mix(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x7feb352d);
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b);
  return twice ^ (twice >>> 16);
}
