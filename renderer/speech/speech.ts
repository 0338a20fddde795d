import { createStore } from 'zustand/vanilla';
import { sentencesToSpeak } from '../../core/article/sentences.ts';
import type { Settings } from '../../core/library/settings.ts';
import { openArticleOf, type ReaderStateStore } from '../state/reader-state.ts';
import type { SpeechPort, Voice } from './speech-port.ts';
import { afterSentence, queueFrom, type SpeechQueue, stepQueue } from './speech-queue.ts';

/** Why nothing is heard. */
export type SpeechTrouble = 'no-voice' | 'failed' | 'nothing';

export type SpeechState = { readonly kind: 'closed' } | { readonly kind: 'open'; readonly queue: SpeechQueue; readonly trouble: SpeechTrouble | null; readonly voices: readonly Voice[] };

/** Reading the open article aloud, sentence by sentence. */
export type Speech = {
  readonly state: ReturnType<typeof makeSpeechState>;
  /** Begins with the sentence at an offset of the projection. */
  start(offset: number): void;
  /** Reads on, or pauses: the sentence is begun again afterwards, since platforms lose their place in one. */
  toggle(): void;
  step(step: 1 | -1): void;
  /** Begins the sentence anew when speed or voice have changed. */
  renew(): void;
  close(): void;
};

type SpeechPorts = { readonly port: SpeechPort; readonly reader: ReaderStateStore; readonly settings: () => Pick<Settings, 'speechRate' | 'speechVoice'> };

const makeSpeechState = () => createStore<SpeechState>(() => ({ kind: 'closed' }));

/** Makes what reads aloud in one window. It stops when another article is opened. */
export function makeSpeech({ port, reader, settings }: SpeechPorts): Speech {
  const state = makeSpeechState();
  // What is said of an utterance that was cancelled comes late, and means nothing.
  let turn = 0;
  let unlisten = () => {};

  function hush(): void {
    turn += 1;
    port.cancel();
  }

  function close(): void {
    if (state.getState().kind === 'closed') return;
    hush();
    unlisten();
    state.setState({ kind: 'closed' }, true);
  }

  function show(queue: SpeechQueue, trouble: SpeechTrouble | null = null): void {
    state.setState({ kind: 'open', queue, trouble, voices: port.voices() }, true);
  }

  function speak(queue: SpeechQueue): void {
    hush();
    const open = openArticleOf(reader);
    const sentence = queue.sentences[queue.index];
    if (!open) return;
    if (!sentence) return show(queue, 'nothing');
    if (port.voices().length === 0) return show({ ...queue, isPlaying: false }, 'no-voice');
    show(queue);
    if (!queue.isPlaying) return;
    const mine = turn;
    const { speechRate, speechVoice } = settings();
    const text = open.projection.text.slice(sentence.start, sentence.end);
    port.speak({ text, rate: speechRate, voiceId: speechVoice, language: sentence.language }, (outcome) => {
      if (mine !== turn) return;
      if (outcome === 'failed') return show({ ...queue, isPlaying: false }, 'failed');
      speak(afterSentence(queue));
    });
  }

  /** Voices may come only after they were asked for. */
  function handleVoices(): void {
    const now = state.getState();
    if (now.kind === 'open') show(now.queue, now.trouble === 'no-voice' && port.voices().length > 0 ? null : now.trouble);
  }

  reader.subscribe(({ opened }, before) => {
    const id = (each: typeof opened) => (each.kind === 'open' ? each.article.id + each.article.content : null);
    if (id(opened) !== id(before.opened)) close();
  });

  return {
    state, close,
    start(offset) {
      const open = openArticleOf(reader);
      if (!open) return;
      unlisten();
      unlisten = port.listen(handleVoices);
      speak(queueFrom(sentencesToSpeak(open.content, open.projection, open.article), offset));
    },
    toggle() {
      const now = state.getState();
      if (now.kind === 'open') speak({ ...now.queue, isPlaying: !now.queue.isPlaying });
    },
    step(step) {
      const now = state.getState();
      if (now.kind === 'open') speak(stepQueue(now.queue, step));
    },
    renew() {
      const now = state.getState();
      if (now.kind === 'open' && now.queue.isPlaying) speak(now.queue);
    },
  };
}
