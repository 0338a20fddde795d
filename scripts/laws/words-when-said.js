import { dirname, resolve } from 'node:path';

/** Modules whose words or formats depend on the language in force; those in a folder named after a language do not. */
/** What only the command line says is in English alone. */
const isEnglish = (path) => /\/core\/messages\/(command-line-messages|safekeeping-help|check-messages)\.ts$/.test(path);
const isCatalogue = (path) => !isEnglish(path) && /\/(core\/messages|renderer\/text)\/[^/]+\.ts$|\/core\/base\/language\.ts$/.test(path);

/** What only makes ready, and may be called while modules load. */
const preparing = new Set(['spoken', 'perLanguage', 'languages', 'languageNames', 'speak', 'findLanguage']);

const isFunction = ({ type }) => /Function|^PropertyDefinition$/.test(type);

function isInFunction(node) {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at)) return true;
  return false;
}

const isTypeOnly = (node) => node.parent?.type === 'TSTypeQuery' || node.parent?.type === 'TSQualifiedName';

/** A message is read where it is said: one that is read while its module loads stays in the language of that moment. */
export const wordsWhenSaid = {
  meta: { type: 'problem', schema: [], messages: { early: '{{name}} is read while the module loads, and would stay in the language of that moment. Read it in a function.' } },
  create(context) {
    const { sourceCode } = context;
    return {
      ImportDeclaration(node) {
        if (node.importKind === 'type' || !isCatalogue(resolve(dirname(context.filename), node.source.value))) return;
        for (const variable of sourceCode.getDeclaredVariables(node)) {
          if (preparing.has(variable.defs[0]?.node.imported?.name)) continue;
          for (const { identifier, isTypeReference } of variable.references) {
            if (!isTypeReference && !isTypeOnly(identifier) && !isInFunction(identifier)) context.report({ node: identifier, messageId: 'early', data: { name: identifier.name } });
          }
        }
      },
    };
  },
};
