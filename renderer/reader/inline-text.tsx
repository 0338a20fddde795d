import type { ReactNode } from 'react';
import type { Mark } from '../../core/article/blocks.ts';
import { useSession } from '../state/use-session.ts';
import { openLink } from './open-link.ts';
import styles from './inline-text.module.css';

const elements = { emphasis: 'em', strong: 'strong', code: 'code', superscript: 'sup', subscript: 'sub', deleted: 'del', underline: 'u' } as const;

type InlineTextProps = { readonly text: string; readonly marks: readonly Mark[] };

/** A stretch of text in the styles and the link that its marks give it. */
export function InlineText({ text, marks }: InlineTextProps) {
  const session = useSession();
  return marks.reduceRight<ReactNode>((inner, mark) => {
    if (mark.kind !== 'link') {
      const Element = elements[mark.kind];
      return <Element>{inner}</Element>;
    }
    const { href } = mark;
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
