import type { MergeReport } from '../../core/base/merge-report.ts';
import { mergeSentence } from '../../core/messages/merge-messages.ts';
import { libraryMessages } from '../text/library-messages.ts';
import { FileNotice } from './file-notice.tsx';

/** Says that what was changed in two places was merged, and on asking what became of it. */
export function MergedFiles({ merged }: { readonly merged: readonly MergeReport[] }) {
  const lines = merged.map((report, index) => ({ key: `${index}`, text: mergeSentence(report), note: null }));
  return <FileNotice icon="copy" isWarning={false} label={libraryMessages.merged(merged.length)} title={libraryMessages.mergedTitle} lead={libraryMessages.mergedLead} lines={lines} />;
}
