import { type LibraryStateStore, overviewOf } from '../state/library-state.ts';

/** True unless keys of a single letter are turned off in the settings. */
export function areSingleKeysOn(library: LibraryStateStore): boolean {
  return overviewOf(library)?.settings.singleKeys ?? true;
}
