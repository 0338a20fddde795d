import { useMemo } from 'react';
import { runCommand } from '../commands/run-command.ts';
import { hasOutline } from '../../core/article/outline.ts';
import { useSelected, useSession } from '../state/use-session.ts';
import { toolMessages } from '../text/reading-messages.ts';
import { Icon } from '../ui/icon.tsx';
import { Menu } from '../ui/menu.tsx';
import type { MenuItem } from '../ui/menu-popover.tsx';

/** What can be done with the open article as a reader: contents, finding, reading aloud, paper. */
export function ReadingToolsMenu() {
  const session = useSession();
  const opened = useSelected(session.reader, (state) => state.opened);
  const open = opened.kind === 'open' ? opened : null;
  const item = (label: string, command: Exclude<MenuItem, 'separator'>['command'] & string): MenuItem => ({ label, command, isDisabled: open === null, onChoose: () => runCommand(session, command) });
  const [content, putBack] = [open?.content, open?.article.putBack];
  const isOutlined = useMemo(() => content !== undefined && putBack !== undefined && hasOutline(content, putBack), [content, putBack]);
  const items: readonly MenuItem[] = [
    ...(isOutlined ? [item(toolMessages.outline, 'toggle-outline')] : []),
    item(toolMessages.find, 'find-in-article'),
    item(toolMessages.aloud, 'read-aloud'),
    item(toolMessages.alone, 'focus-mode'),
    'separator',
    item(toolMessages.print, 'print'),
    item(toolMessages.pdf, 'save-pdf'),
  ];
  return <Menu isIcon label={toolMessages.menu} aria-label={toolMessages.menu} title={toolMessages.menu} items={items}><Icon name="contents" /></Menu>;
}
