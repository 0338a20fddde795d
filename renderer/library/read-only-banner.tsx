import { useState } from 'react';
import { tryWriting } from '../state/access.ts';
import { useRefusal, useSession } from '../state/use-session.ts';
import { accessMessages } from '../text/library-messages.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import styles from './read-only-banner.module.css';

/** Says that the library can only be read, why, and what to do; nothing where it can be written. */
export function ReadOnlyBanner() {
  const session = useSession();
  const refusal = useRefusal();
  const [isTrying, setTrying] = useState(false);
  if (refusal === null) return null;
  return (
    <section className={styles.banner} aria-label={accessMessages.readOnly}>
      <p className={styles.sentence} role="status"><Icon name="warning" /><span><strong>{accessMessages.readOnly}.</strong> {refusal}</span></p>
      <Button
        aria-disabled={isTrying}
        onClick={() => {
          if (isTrying) return;
          setTrying(true);
          void tryWriting(session).finally(() => setTrying(false));
        }}
      >
        {accessMessages.tryAgain}
      </Button>
    </section>
  );
}
