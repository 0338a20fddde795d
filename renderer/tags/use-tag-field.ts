import { type KeyboardEvent, useMemo, useState } from 'react';
import type { TagId } from '../../core/base/ids.ts';
import { findTag, type Tag } from '../../core/tag/tag.ts';
import { useTags } from '../state/use-session.ts';
import { newTag } from './new-tag.ts';
import { likelyOption, type TagOption, tagOptions } from './tag-options.ts';
import { useTagUse } from './use-tag-use.ts';

/** Told the tags now chosen, and those of them that the codebook has not got yet: one edit puts these there and all on the highlight. */
export type OnTagsChange = (chosen: readonly TagId[], created: readonly Tag[]) => void;

type TagField = {
  readonly typed: string;
  readonly isOpen: boolean;
  readonly options: readonly TagOption[];
  /** The option that Enter takes; -1 is none. */
  readonly active: number;
  readonly chips: readonly Tag[];
  type(text: string): void;
  open(isOpen: boolean): void;
  point(index: number): void;
  take(option: TagOption): void;
  remove(tag: Tag): void;
  handleKey(event: KeyboardEvent): void;
};

/** The state of a field that completes tags: what was typed, what is offered, which of it is next. */
export function useTagField(chosen: readonly TagId[], onChange: OnTagsChange): TagField {
  const codebook = useTags();
  const use = useTagUse();
  const [typed, setTyped] = useState('');
  const [isWanted, setIsWanted] = useState(false);
  const [pointed, setPointed] = useState<number | null>(null);
  // A tag that was just made is shown before the library has told of it.
  const [made, setMade] = useState<readonly Tag[]>([]);
  const created = useMemo(() => made.filter((tag) => !findTag({ tags: codebook }, tag.id)), [codebook, made]);
  const tags = useMemo(() => [...codebook, ...created], [codebook, created]);
  const options = useMemo(() => tagOptions({ tags, chosen, typed, use }), [tags, chosen, typed, use]);
  const isOpen = isWanted && options.length > 0;
  const active = isOpen ? Math.min(pointed ?? likelyOption(options, typed), options.length - 1) : -1;

  function type(text: string): void {
    setTyped(text);
    setPointed(null);
    setIsWanted(true);
  }

  function choose(ids: readonly TagId[], fresh: readonly Tag[]): void {
    onChange(ids, fresh.filter((tag) => ids.includes(tag.id)));
  }

  function take(option: TagOption): void {
    type('');
    const tag = option.kind === 'tag' ? option.tag : newTag(option.name, tags);
    const fresh = option.kind === 'tag' ? created : [...created, tag];
    setMade(fresh);
    choose([...chosen, tag.id], fresh);
  }

  function step(by: 1 | -1): void {
    if (isOpen) setPointed((Math.max(active, by === 1 ? -1 : 0) + by + options.length) % options.length);
    setIsWanted(true);
  }

  function handleKey(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const isBare = typed.trim() === '';
    const option = event.shiftKey && event.key === 'Enter' ? options.find(({ kind }) => kind === 'create') : options[active];
    const isTaking = event.key === 'Enter' || (!isBare && (event.key === 'Tab' || event.key === ','));
    if (isTaking && option) take(option);
    else if (event.key === ',' && isBare) setIsWanted(true);
    else if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if (event.key === 'Escape' && isOpen) setIsWanted(false);
    else if (event.key === 'Backspace' && typed === '' && chosen.length > 0) choose(chosen.slice(0, -1), created);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return {
    typed, isOpen, options, active, type, take, handleKey,
    chips: chosen.flatMap((id) => findTag({ tags }, id) ?? []),
    open: setIsWanted,
    point: setPointed,
    remove: (tag) => choose(chosen.filter((id) => id !== tag.id), created),
  };
}
