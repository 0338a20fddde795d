import type { Damage } from '../../core/library/ports.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { FileNotice } from './file-notice.tsx';

/** A warning that something of the library could not be read, and on asking which and why. What is gone altogether is asked about elsewhere. */
export function DamagedFiles({ damaged }: { readonly damaged: readonly Damage[] }) {
  const unread = damaged.filter(({ fault }) => fault.code !== 'documents-vanished');
  if (unread.length === 0) return null;
  const lines = unread.map(({ file, fault, keptAs }) => ({ key: file, text: faultSentence(fault), note: keptAs === null ? null : libraryMessages.keptAs(keptAs) }));
  return <FileNotice icon="warning" isWarning label={libraryMessages.damaged(unread.length)} title={libraryMessages.damagedTitle} lead={libraryMessages.damagedLead} lines={lines} />;
}
