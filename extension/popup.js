const said = document.querySelector('#said');
const pairing = document.querySelector('#pairing');
const code = document.querySelector('#code');
const again = document.querySelector('#again');

const message = (name, ...facts) => chrome.i18n.getMessage(name, facts.map(String));
const ask = (task) => chrome.runtime.sendMessage(task);

/** The sentence for a reason; what Lectern refuses for reasons of its own is told there in full. */
const sentence = (reason) => message(`reason_${reason.replaceAll('-', '_')}`) || message('reason_refused');

function showPairing(text) {
  said.textContent = text;
  pairing.hidden = false;
  again.hidden = true;
  code.focus();
}

async function save() {
  said.textContent = message('saving');
  again.hidden = true;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const saved = tab?.id === undefined ? { ok: false, reason: 'unreadable' } : await ask({ kind: 'save', tabId: tab.id });
  if (saved.ok) {
    const kept = message(`saved_${saved.kind}`, saved.title);
    said.textContent = saved.toReview > 0 ? `${kept} ${message('toReview', saved.toReview)}` : kept;
  } else if (saved.reason === 'not-paired') showPairing(sentence(saved.reason));
  else {
    said.textContent = sentence(saved.reason);
    again.hidden = false;
  }
}

pairing.addEventListener('submit', (event) => {
  event.preventDefault();
  void ask({ kind: 'pair', code: code.value }).then((paired) => {
    if (!paired.ok) return showPairing(sentence(paired.reason));
    pairing.hidden = true;
    return save();
  });
});
again.addEventListener('click', () => void save());

document.documentElement.lang = chrome.i18n.getUILanguage();
for (const element of document.querySelectorAll('[data-message]')) element.textContent = message(element.dataset.message);
if ((await ask({ kind: 'has-pairing' })).ok) await save();
else showPairing(message('welcome'));
