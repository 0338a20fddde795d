import { hasPairing, pair, sendPage } from './lectern.js';
import { capturePage } from './capture-page.js';

/** Saves the page of a tab as its reader sees it; answers what became of it. */
async function saveTab(tabId) {
  const [captured] = await chrome.scripting.executeScript({ target: { tabId }, func: capturePage }).catch(() => []);
  return captured?.result ? sendPage(captured.result) : { ok: false, reason: 'unreadable' };
}

const tasks = {
  'has-pairing': () => hasPairing(),
  pair: ({ code }) => pair(code),
  save: ({ tabId }) => saveTab(tabId),
};

// The popup goes when its user looks elsewhere; what it began goes on here.
chrome.runtime.onMessage.addListener((message, sender, answer) => {
  const task = sender.id === chrome.runtime.id ? tasks[message.kind] : undefined;
  if (!task) return false;
  task(message).then(answer, () => answer({ ok: false, reason: 'internal' }));
  return true;
});
