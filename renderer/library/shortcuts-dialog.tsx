import { type CommandGroup, commands } from '../../core/api/commands.ts';
import { commandLabels } from '../../core/messages/command-labels.ts';
import { isMac } from '../commands/platform.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { commandGroupNames } from '../text/chrome-messages.ts';
import { readingMessages } from '../text/library-messages.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Modal } from '../ui/modal.tsx';
import { fixedKeys } from './fixed-keys.ts';
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

function FixedKeys({ name, keys }: (typeof fixedKeys)[number]) {
  return (
    <section className={styles.group} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <dl className={styles.commands}>
        {keys.map(({ label, keys: own, macKeys }) => (
          <div key={label} className={styles.command}><dt>{label}</dt><dd className={styles.keys}>{((isMac && macKeys) || own).map((key) => <Kbd key={key} keys={key} />)}</dd></div>
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
      <div className={styles.groups}>{groups.map((group) => <Group key={group} group={group} />)}{fixedKeys.map((each) => <FixedKeys key={each.name} {...each} />)}</div>
    </Modal>
  );
}
