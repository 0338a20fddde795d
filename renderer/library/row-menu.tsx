import { useSession } from '../state/use-session.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { MenuPopover } from '../ui/menu-popover.tsx';
import { articleMenu } from './article-menu.ts';
import type { RowMenu as Menu } from './use-row-actions.ts';

/** The menu of a row, or of all that is selected with it. */
export function RowMenu({ articles, from, onClose }: Menu & { readonly onClose: () => void }) {
  const session = useSession();
  return <MenuPopover label={articles.length === 1 ? libraryMessages.actions : libraryMessages.selectedCount(articles.length)} items={articleMenu(session, articles)} from={from} onClose={onClose} />;
}
