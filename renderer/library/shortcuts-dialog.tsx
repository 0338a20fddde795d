import { type CommandGroup, commands } from '../../core/api/commands.ts';
import { commandLabels } from '../../core/messages/command-labels.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { commandGroupNames } from '../text/chrome-messages.ts';
import { readingMessages } from '../text/library-messages.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Modal } from '../ui/modal.tsx';
import styles from './shortcuts-dialog.module.css';

const groups: readonly CommandGroup[] = ['file', 'edit', 'go', 'highlight', 'article', 'view', 'help'];

function Group({ group }: { readonly group: CommandGroup }) {
  const name = commandGroupNames[group];
  return (
    <section className={styles.group} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <dl className={styles.commands}>
        {commands.filter((command) => command.group === group).map(({ id, shortcut }) => (
          <div key={id} className={styles.command}><dt>{commandLabels[id]}</dt><dd>{shortcut !== null && <Kbd command={id} />}</dd></div>
        ))}
      </dl>
    </section>
  );
}

/** Every command with its keys, while that is asked for. */
export function ShortcutsDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'shortcuts');
  if (!isOpen) return null;
  return (
    <Modal isText title={readingMessages.shortcuts} onClose={() => view.setState({ dialog: null })} width={760}>
      <div className={styles.groups}>{groups.map((group) => <Group key={group} group={group} />)}</div>
    </Modal>
  );
}
