import { type KeyboardEvent, useRef } from 'react';
import { noSelection, withAll } from '../state/selection.ts';
import { useSession } from '../state/use-session.ts';
import { binArticles } from './bin-articles.ts';
import { askToDelete } from './delete-for-good.ts';
import { foldSummary } from './filter-articles.ts';
import { type ListAction, listAction } from './list-keys.ts';
import type { RowActions } from './row-actions.ts';
import { findTyped, type Typed, withLetter } from './type-ahead.ts';
import type { Listed } from './use-row-actions.ts';
import type { RowFocus } from './use-row-focus.ts';

type ListKeys = {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onKeyUp: (event: KeyboardEvent) => void;
  readonly onPointerDown: () => void;
  readonly onBlur: () => void;
};

const isRow = (target: EventTarget) => target instanceof Element && target.hasAttribute('data-row');

/** The keys of a list: to go about in it, to choose, and to do something with what is chosen. */
export function useListKeys({ articles }: Pick<Listed, 'articles'>, focus: RowFocus, actions: RowActions): ListKeys {
  const session = useSession();
  const { view } = session;
  const { reachable, focusRow, virtual } = focus;
  const typed = useRef<Typed | null>(null);
  // After a click, letters are shortcuts for the article that it opened; whoever goes by keys looks for titles.
  const isByPointer = useRef(false);
  const here = articles[reachable];

  function goTo(index: number): void {
    isByPointer.current = false;
    focusRow(index);
  }

  function find(letter: string, timeStamp: number): void {
    typed.current = withLetter(typed.current, letter, timeStamp);
    const found = findTyped(typed.current.text, { current: reachable, count: articles.length, titleAt: (index) => (articles[index] ? foldSummary(articles[index]) : '') });
    if (found !== null) goTo(found);
  }

  function act(action: ListAction, event: KeyboardEvent): void {
    const { selection } = view.getState();
    if (!here) return;
    switch (action.kind) {
      case 'go': {
        const to = articles[action.to];
        // A range goes on from where it began as long as the focus has not left it.
        if (action.isRange && !selection.ids.has(here.id)) actions.onSelect(here.id, { isRange: false, isAdded: true });
        if (action.isRange && to) actions.onSelect(to.id, action);
        goTo(action.to);
        return;
      }
      case 'select': return actions.onSelect(here.id, action);
      case 'select-all': return view.setState({ selection: withAll(selection, articles.map(({ id }) => id)) });
      case 'clear': return view.setState({ selection: noSelection });
      case 'find': return find(action.letter, event.timeStamp);
      case 'open': return actions.onOpen(here.id);
      case 'bin': {
        const ids = selection.ids.size > 0 ? [...selection.ids] : [here.id];
        // What lies in the bin already can only go for good, and that is asked first.
        return here.binnedAt === null ? binArticles(session, ids) : askToDelete(session, ids);
      }
      case 'menu': return actions.onMenu(here, event.currentTarget.querySelector(`[data-row="${reachable}"]`)?.getBoundingClientRect() ?? event.currentTarget.getBoundingClientRect());
    }
  }

  function handleKeyDown(event: KeyboardEvent): void {
    const page = Math.max(1, (virtual.range?.endIndex ?? 1) - (virtual.range?.startIndex ?? 0));
    const action = listAction(event, { current: reachable, count: articles.length, page, isOnRow: isRow(event.target), isFinding: !isByPointer.current });
    // With nothing to clear, Escape is somebody else's.
    if (!action || (action.kind === 'clear' && view.getState().selection.ids.size === 0)) return;
    event.preventDefault();
    act(action, event);
  }

  return {
    onKeyDown: handleKeyDown,
    // A button would be pressed when Space comes up.
    onKeyUp: (event) => void (event.key === ' ' && isRow(event.target) && event.preventDefault()),
    onPointerDown: () => void (isByPointer.current = true),
    onBlur: () => void (isByPointer.current = false),
  };
}
