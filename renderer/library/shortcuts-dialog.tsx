import { type ReactNode, useState } from 'react';
import { type CommandGroup, commands } from '../../core/api/commands.ts';
import { bindShortcuts } from '../../core/api/shortcuts.ts';
import { changeSettings } from '../state/library-state.ts';
import { useSelected, useSession, useSettings } from '../state/use-session.ts';
import { commandGroupNames } from '../text/chrome-messages.ts';
import { readingMessages } from '../text/library-messages.ts';
import { isMac } from '../commands/platform.ts';
import { shortcutMessages } from '../text/palette-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type FixedKeys as FixedKeyGroup, fixedKeys } from './fixed-keys.ts';
import { ShortcutRow } from './shortcut-row.tsx';
import styles from './shortcuts-dialog.module.css';

const groups: readonly CommandGroup[] = ['file', 'edit', 'go', 'highlight', 'article', 'view', 'help'];

function Group({ group, children }: { readonly group: CommandGroup; readonly children: ReactNode }) {
  const name = commandGroupNames[group];
  return (
    <section className={styles.group} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <ul role="list" className={styles.commands}>{children}</ul>
    </section>
  );
}

function FixedKeys({ name, keys }: FixedKeyGroup) {
  return (
    <section className={styles.group} aria-label={name}>
      <h3 className={styles.name}>{name}</h3>
      <dl className={styles.fixed}>
        {keys.map(({ label, keys: own, macKeys }) => (
          <div key={label}><dt>{label}</dt><dd>{((isMac && macKeys) || own).map((key) => <Kbd key={key} keys={key} />)}</dd></div>
        ))}
      </dl>
    </section>
  );
}

/** Gives every changed shortcut its usual key, once the user has said so a second time. */
function ResetAll({ count }: { readonly count: number }) {
  const { library, client } = useSession();
  const [isAsking, setIsAsking] = useState(false);
  if (count === 0) return null;
  if (!isAsking) return <Button onClick={() => setIsAsking(true)}>{shortcutMessages.resetAll}</Button>;
  return (
    <>
      <p role="alert">{shortcutMessages.askResetAll(count)}</p>
      <Button onClick={() => setIsAsking(false)}>{shortcutMessages.keep}</Button>
      <Button kind="primary" autoFocus onClick={() => void changeSettings(library, client, { shortcuts: {} })}>{shortcutMessages.resetNow}</Button>
    </>
  );
}

function Shortcuts({ onClose }: { readonly onClose: () => void }) {
  const { shortcuts: kept, colourNames } = useSettings();
  const shortcuts = bindShortcuts(kept);
  const changed = commands.filter(({ id, shortcut }) => shortcuts.get(id) !== shortcut).length;
  return (
    <Modal isText title={readingMessages.shortcuts} onClose={onClose} width={840}>
      <p className={styles.hint}>{shortcutMessages.hint}</p>
      <div className={styles.groups}>
        {groups.map((group) => (
          <Group key={group} group={group}>
            {commands.filter((command) => command.group === group).map(({ id }) => <ShortcutRow key={id} command={id} shortcuts={shortcuts} legend={colourNames} />)}
          </Group>
        ))}
        {fixedKeys().map((each) => <FixedKeys key={each.name} {...each} />)}
      </div>
      <ModalActions><ResetAll count={changed} /></ModalActions>
    </Modal>
  );
}

/** Every command with its keys, to see and to change, while that is asked for. */
export function ShortcutsDialog() {
  const { view } = useSession();
  const isOpen = useSelected(view, (state) => state.dialog === 'shortcuts');
  return isOpen ? <Shortcuts onClose={() => view.setState({ dialog: null })} /> : null;
}
