import { useState } from 'react';
import type { Result } from '../../core/base/result.ts';
import { mayWrite } from '../state/access.ts';
import { useOverview, useSession } from '../state/use-session.ts';
import { vanishedMessages } from '../text/library-messages.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

/** Asks about documents that are gone from the library's folder, so many at once that nobody can have meant it; nothing where none are. */
export function VanishedBanner() {
  const session = useSession();
  const { client, tellFault } = session;
  const [isBusy, setBusy] = useState(false);
  const vanished = useOverview()?.damaged.map(({ fault }) => fault).find((fault) => fault.code === 'documents-vanished');
  if (!vanished) return null;
  const { count, total, folder } = vanished;

  async function settle(answer: () => Promise<Result<void>>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    const settled = await answer();
    setBusy(false);
    if (!settled.ok) tellFault(settled.fault);
  }

  return (
    <Banner label={vanishedMessages.label} sentence={vanishedMessages.sentence(count, total, folder)}>
      <Button aria-disabled={isBusy} onClick={() => void settle(() => client.library.rescan({}))}>{vanishedMessages.lookAgain}</Button>
      <Button kind="quiet" aria-disabled={isBusy} onClick={() => void (mayWrite(session) && settle(() => client.library.letVanish({})))}>{vanishedMessages.areMeant}</Button>
    </Banner>
  );
}
