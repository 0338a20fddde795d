/** A group that holds an unbounded quantifier and is itself repeated: such a pattern can take exponential time. */
const nested = /\((?:\?[:=!<]+)?[^()]*(?:[+*]|\{\d+,\})[^()]*\)(?:[+*]|\{\d+,\d*\})/;

const withoutLiterals = (pattern) => pattern.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x');

/** Regular expressions run on hostile text, so none nests one repetition in another. */
export const nestedQuantifiers = {
  meta: { type: 'problem', schema: [], messages: { nested: 'A repetition inside a repetition can take exponential time on hostile text.' } },
  create: (context) => ({
    Literal(node) {
      if (node.regex && nested.test(withoutLiterals(node.regex.pattern))) context.report({ node, messageId: 'nested' });
    },
  }),
};
