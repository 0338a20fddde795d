import { basename } from 'node:path';

const drawers = new Set(['utils', 'helpers', 'common', 'misc', 'types', 'constants', 'index']);

/** A file is named after what is in it, in kebab-case: no drawers and no barrels. */
export const fileNames = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { drawer: '"{{name}}" says nothing about what is in it.', case: '"{{name}}" is not in kebab-case.' },
  },
  create: (context) => ({
    Program(node) {
      const name = basename(context.filename);
      const stem = name.replace(/\..*$/, '');
      if (drawers.has(stem)) context.report({ node, messageId: 'drawer', data: { name } });
      if (!stem.split('-').every((word) => /^[a-z0-9]+$/.test(word))) context.report({ node, messageId: 'case', data: { name } });
    },
  }),
};
