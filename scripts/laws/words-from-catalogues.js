/** Attributes that are read to a person. */
const saidAttributes = new Set(['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'alt', 'title', 'placeholder', 'label']);

/** "Aa" and "px" show or measure something. */
const hasWord = (text) => /\p{L}{3}/u.test(text);
/** Some words that begin as a sentence does: "Not saved", "Delete tag?". */
const isSentence = (text) => /^\p{Lu}\p{Ll}+[^\s/]* \p{L}/u.test(text);

const textOf = (node) => (node.type === 'TemplateElement' ? node.value.cooked : node.value);

/** A sentence that nobody but a programmer reads. */
function isForProgrammers(node) {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === 'ThrowStatement' || (at.type === 'NewExpression' && at.callee.name === 'Error') || (at.type === 'CallExpression' && at.callee.property?.name === 'log') || /^TS/.test(at.type) || /^Import|^Export.*From/.test(at.type)) return true;
    if (/Function/.test(at.type)) return false;
  }
  return false;
}

/** Everything that a person reads comes from a message catalogue. */
export const wordsFromCatalogues = {
  meta: { type: 'problem', schema: [], messages: { words: '“{{text}}” is said to a person, so it belongs in a message catalogue.' } },
  create(context) {
    const report = (node, text) => context.report({ node, messageId: 'words', data: { text: text.trim() } });
    const checkSentence = (node) => {
      const text = textOf(node);
      if (typeof text === 'string' && isSentence(text) && !isForProgrammers(node)) report(node, text);
    };
    return {
      JSXText(node) {
        if (hasWord(node.value)) report(node, node.value);
      },
      JSXAttribute({ name, value }) {
        if (saidAttributes.has(name.name) && value?.type === 'Literal' && typeof value.value === 'string' && hasWord(value.value)) report(value, value.value);
      },
      Literal(node) {
        if (node.parent.type !== 'JSXAttribute') checkSentence(node);
      },
      TemplateElement: checkSentence,
    };
  },
};
