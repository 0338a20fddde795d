/** Where Lectern listens when it is not where it was: the same ports as in host/handover/handover-door.ts. */
const PORTS = Array.from({ length: 10 }, (_, index) => 47610 + index);
const HELLO_LIMIT_MS = 2_000;
const PAGE_LIMIT_MS = 120_000;
const HTML_LIMIT = 40_000_000;

const bytesOf = (text) => new TextEncoder().encode(text);
const base64url = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Asks the Lectern at a port. Null where nobody answers; else the status and what was answered. */
async function ask(port, path, { body, limitMs }) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), credentials: 'omit', redirect: 'error', signal: AbortSignal.timeout(limitMs),
    });
    return { status: response.status, result: response.ok ? await response.json() : null };
  } catch {
    // A port at which nobody listens is what is being looked for.
    return null;
  }
}

async function readPairing() {
  const { pairing } = await chrome.storage.local.get('pairing');
  return pairing ?? null;
}

export async function hasPairing() {
  return { ok: (await readPairing()) !== null };
}

function browserName() {
  const brands = navigator.userAgentData?.brands?.map(({ brand }) => brand).filter((brand) => !/Not.?A.?Brand/i.test(brand)) ?? [];
  const name = brands.find((brand) => brand !== 'Chromium') ?? brands[0] ?? 'Browser';
  return navigator.userAgentData?.platform ? `${name} (${navigator.userAgentData.platform})` : name;
}

/** Pairs this browser by the code that Lectern shows. */
export async function pair(typed) {
  const [, port] = /^\s*(\d{2,5})/.exec(typed) ?? [];
  if (!port || Number(port) > 65_535) return { ok: false, reason: 'wrong-code' };
  const answer = await ask(Number(port), '/pair', { body: { code: typed.trim(), name: browserName() }, limitMs: HELLO_LIMIT_MS * 5 });
  if (answer === null) return { ok: false, reason: 'not-running' };
  if (!answer.result?.ok) return { ok: false, reason: 'wrong-code' };
  await chrome.storage.local.set({ pairing: { ...answer.result.value, port: Number(port) } });
  return { ok: true };
}

/** True where the Lectern at a port knows what this browser was given; it is not told the token before. */
async function isOurs(port, { id, token }) {
  const nonce = base64url(crypto.getRandomValues(new Uint8Array(24)));
  const answer = await ask(port, '/hello', { body: { id, nonce }, limitMs: HELLO_LIMIT_MS });
  if (!answer?.result?.ok) return answer === null ? null : false;
  const key = await crypto.subtle.importKey('raw', await crypto.subtle.digest('SHA-256', bytesOf(token)), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  return answer.result.value.proof === base64url(await crypto.subtle.sign('HMAC', key, bytesOf(nonce)));
}

/** The port at which our Lectern is; else why there is none. */
async function findLectern(pairing) {
  let isAnyThere = false;
  for (const port of new Set([pairing.port, ...PORTS])) {
    const found = await isOurs(port, pairing);
    if (found) return { port };
    isAnyThere ||= found === false;
  }
  return { reason: isAnyThere ? 'not-paired' : 'not-running' };
}

/** Hands a page over. */
export async function sendPage({ url, title, html }) {
  const pairing = await readPairing();
  if (!pairing) return { ok: false, reason: 'not-paired' };
  if (!/^https?:/.test(url)) return { ok: false, reason: 'unreadable' };
  if (html.length > HTML_LIMIT) return { ok: false, reason: 'too-large' };
  const { port, reason } = await findLectern(pairing);
  if (!port) return { ok: false, reason };
  if (port !== pairing.port) await chrome.storage.local.set({ pairing: { ...pairing, port } });
  const answer = await ask(port, '/page', { body: { id: pairing.id, token: pairing.token, url, title: title.slice(0, 1_000), html }, limitMs: PAGE_LIMIT_MS });
  if (answer === null) return { ok: false, reason: 'not-running' };
  if (answer.result?.ok) return { ok: true, ...answer.result.value };
  return { ok: false, reason: answer.status === 401 ? 'not-paired' : (answer.result?.fault?.code ?? 'internal') };
}
