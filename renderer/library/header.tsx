import { useSelected, useOverview, useSession } from '../state/use-session.ts';
import { addMessages, exportMessages, headerMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import { copyNotes, exportNotes } from './export-notes.ts';
import { FilterField } from './filter-field.tsx';
import { WriteButton } from './write-button.tsx';
import { ReadingToolsMenu } from './reading-tools-menu.tsx';
import styles from './header.module.css';

/** Where one is: the library and the open article, unless the table hides it. */
function Crumb() {
  const { reader, view } = useSession();
  const name = useOverview()?.name;
  const isTableShown = useSelected(view, (state) => state.isTableShown);
  const title = useSelected(reader, ({ opened }) => (opened.kind === 'open' ? opened.article.title : null));
  const full = [name, isTableShown ? null : title].filter(Boolean).join(' / ');
  return <p className={styles.crumb} title={full}>{full}</p>;
}

/** What the open article, or all, can be exported as. */
function ExportMenu() {
  const session = useSession();
  const isTableShown = useSelected(session.view, (state) => state.isTableShown);
  const isNoneOpen = useSelected(session.reader, ({ opened }) => opened.kind !== 'open') || isTableShown;
  return (
    <Menu
      label={exportMessages.export} className={styles.export}
      items={[
        { label: exportMessages.article, command: 'export-notes', isDisabled: isNoneOpen, onChoose: () => void exportNotes(session, 'article', 'in-order') },
        { label: exportMessages.articleByTag, isDisabled: isNoneOpen, onChoose: () => void exportNotes(session, 'article', 'by-tag') },
        { label: exportMessages.copy, command: 'copy-notes', isDisabled: isNoneOpen, onChoose: () => void copyNotes(session) },
        'separator',
        { label: exportMessages.library, onChoose: () => void exportNotes(session, 'library') },
      ]}
    >
      {exportMessages.export} <Icon name="down" />
    </Menu>
  );
}

/** The bar over the panes. */
export function Header() {
  const { view } = useSession();
  return (
    <header className={styles.header}>
      <strong className={styles.product}>{headerMessages.product}</strong>
      <Crumb />
      <FilterField />
      <Button aria-label={headerMessages.reading} title={headerMessages.reading} aria-haspopup="dialog" onClick={() => view.setState({ dialog: 'reading' })}>Aa</Button>
      <ReadingToolsMenu />
      <ExportMenu />
      <WriteButton kind="primary" className={styles.add} aria-haspopup="dialog" onClick={() => view.setState({ dialog: 'add' })}>
        <Icon name="plus" /> <span className={styles.addLabel}>{addMessages.title}</span>
      </WriteButton>
    </header>
  );
}
