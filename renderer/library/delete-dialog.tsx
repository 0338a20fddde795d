import { useOverview, useSelected, useSession } from '../state/use-session.ts';
import { chromeMessages } from '../text/chrome-messages.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Modal, ModalActions } from '../ui/modal.tsx';
import { deleteForGood } from './delete-for-good.ts';

/** Asks whether articles are to go for good, and says what stays of them, while that is asked. */
export function DeleteDialog() {
  const session = useSession();
  const ids = useSelected(session.view, (state) => state.deleting);
  const articles = useOverview()?.articles;
  if (ids === null) return null;
  const close = () => session.view.setState({ deleting: null });
  const [first] = ids;
  const title = ids.length === 1 ? articles?.find(({ id }) => id === first)?.title : undefined;
  return (
    <Modal title={libraryMessages.deleteTitle} onClose={close} width={460}>
      <p>{title === undefined ? libraryMessages.deleteMany(ids.length) : libraryMessages.deleteOne(title)}</p>
      <p>{libraryMessages.deleteKeeps}</p>
      <ModalActions>
        <Button data-initial-focus="" onClick={close}>{chromeMessages.cancel}</Button>
        <Button kind="primary" onClick={() => { close(); void deleteForGood(session, ids); }}>{libraryMessages.deleteNow}</Button>
      </ModalActions>
    </Modal>
  );
}
