import { type Result, succeed } from '../../base/result.ts';
import type { RecordDocument } from '../ports.ts';

/** A document of records without a disk. `refuse` may stand in the way of a write. */
export function makeMemoryRecords<D>(empty: D, refuse: () => Result<never> | null = () => null): RecordDocument<D> {
  let document = empty;
  return {
    read: async () => succeed(document),
    async update(change) {
      const changed = change(document);
      const refused = changed.ok ? refuse() : changed;
      if (refused) return refused;
      if (!changed.ok) return changed;
      document = changed.value.next;
      return succeed(changed.value.answer);
    },
  };
}
