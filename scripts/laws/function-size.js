const lengthOf = (node) => node.loc.end.line - node.loc.start.line + 1;

/** A function's own lines: those of functions inside it count there, so that a factory of small functions is small. */
export const functionSize = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer', minimum: 1 }],
    messages: { long: 'This function has {{lines}} lines of its own; at most {{max}} are allowed.' },
  },
  create(context) {
    const max = context.options[0];
    const open = [];
    const enter = () => open.push(0);
    const exit = (node) => {
      const lines = lengthOf(node) - open.pop();
      if (lines > max) context.report({ loc: node.loc.start, messageId: 'long', data: { lines: String(lines), max: String(max) } });
      // What is left of an inner function, its first line, stays with the function around it.
      if (open.length > 0) open[open.length - 1] += lengthOf(node) - 1;
    };
    return { ':function': enter, ':function:exit': exit };
  },
};
