import { useState } from 'react';
import { tryWriting } from '../state/access.ts';
import { useRefusal, useSession } from '../state/use-session.ts';
import { accessMessages } from '../text/library-messages.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';

/** Says that the library can only be read, why, and what to do; nothing where it can be written. */
export function ReadOnlyBanner() {
  const session = useSession();
  const refusal = useRefusal();
  const [isTrying, setTrying] = useState(false);
  if (refusal === null) return null;
  return (
    <Banner label={accessMessages.readOnly} sentence={refusal}>
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
    </Banner>
  );
}
