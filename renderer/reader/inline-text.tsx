import type { ReactNode } from 'react';
import type { Mark } from '../../core/article/blocks.ts';
import { useSession } from '../state/use-session.ts';
import { footnoteMessages } from '../text/reading-messages.ts';
import { openLink } from './open-link.ts';
import styles from './inline-text.module.css';

const elements = { emphasis: 'em', strong: 'strong', code: 'code', superscript: 'sup', subscript: 'sub', deleted: 'del', underline: 'u' } as const;

type InlineTextProps = { readonly text: string; readonly marks: readonly Mark[] };

/** A stretch of text in the styles and the link that its marks give it. */
export function InlineText({ text, marks }: InlineTextProps) {
  const session = useSession();
  return marks.reduceRight<ReactNode>((inner, mark) => {
    // A reference whose footnote was found is a link by now.
    if (mark.kind === 'reference') return inner;
    if (mark.kind !== 'link') {
      const Element = elements[mark.kind];
      return <Element>{inner}</Element>;
    }
    const { href } = mark;
    // In an article's own text a link may lead to a footnote of it; a file can't bring such a one.
    if (href.startsWith('#')) {
      return (
        <a
          className={styles.reference} href={href} role="doc-noteref" aria-label={`${footnoteMessages.footnote} ${text.trim()}`} title={footnoteMessages.show}
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            session.reader.setState({ footnote: { leafId: href.slice(1), reference: event.currentTarget } });
          }}
        >
          {inner}
        </a>
      );
    }
    return (
      <a
        className={styles.link}
        href={href}
        title={href}
        onClick={(event) => {
          event.preventDefault();
          void openLink(session, href);
        }}
      >
        {inner}
      </a>
    );
  }, text);
}
