import type { ComponentProps } from 'react';
import { mayWrite } from '../state/access.ts';
import { useRefusal, useSession } from '../state/use-session.ts';
import { Button } from '../ui/button.tsx';

/** A button for what changes the library. Where the library can only be read, it is dimmed and says why. */
export function WriteButton({ onClick, title, ...rest }: ComponentProps<typeof Button>) {
  const session = useSession();
  const refusal = useRefusal();
  // Never truly disabled: its reason must be there for the keyboard and for screen readers.
  return refusal === null ? <Button {...rest} title={title} onClick={onClick} /> : <Button {...rest} aria-disabled title={refusal} onClick={() => void mayWrite(session)} />;
}
