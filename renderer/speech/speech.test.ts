import { describe, expect, it } from 'vitest';
import { createArticle } from '../../core/article/article.ts';
import { type Block, createContent } from '../../core/article/blocks.ts';
import { createArticleId } from '../../core/base/ids.ts';
import { openWhole } from '../state/open-article.ts';
import { makeReaderStore } from '../state/reader-state.ts';
import { makeSpeech } from './speech.ts';
import type { SpeechPort, Utterance, Voice } from './speech-port.ts';

/** Speech that says nothing, and keeps what it was asked to say until it is told that it was said. */
function silentSpeech(voices: Voice[]) {
  const said: Utterance[] = [];
  let done: ((outcome: 'ended' | 'failed') => void) | null = null;
  let tellVoices = () => {};
  const port: SpeechPort = {
    voices: () => voices,
    listen(onVoices) {
      tellVoices = onVoices;
      return () => {};
    },
    speak(utterance, onDone) {
      said.push(utterance);
      done = onDone;
    },
    cancel: () => undefined,
  };
  return { port, said, finish: (outcome: 'ended' | 'failed' = 'ended') => done?.(outcome), latest: () => done, tellVoices: () => tellVoices() };
}

const paragraph: Block = { kind: 'paragraph', leaf: { id: 'l1', text: 'One is here. Two is here. Three is here.', marks: [] } };
const details = { title: 'Title', label: null, dek: null, byline: null, source: null, url: null, published: null, language: 'en', direction: 'ltr' } as const;
const original = { sha256: 'a'.repeat(64), extension: 'txt', bytes: 1, name: 'a.txt', mediaType: 'text/plain', encoding: 'utf-8' };
const articleOf = (time: number) => createArticle({ ...details, wordCount: 9, content: 'b'.repeat(64), original }, { id: createArticleId(time, new Uint8Array(10)), now: '2026-01-01T00:00:00.000Z' });

function open(voices: Voice[] = [{ id: 'v', name: 'Voice', language: 'en' }], blocks: readonly Block[] = [paragraph]) {
  const reader = makeReaderStore();
  reader.setState({ opened: openWhole(articleOf(1), createContent(blocks)) });
  const silent = silentSpeech(voices);
  let rate = 1;
  const speech = makeSpeech({ port: silent.port, reader, settings: () => ({ speechRate: rate, speechVoice: 'v' }) });
  return { ...silent, reader, speech, voices, setRate: (next: number) => void (rate = next) };
}

const texts = (said: readonly Utterance[]) => said.map(({ text }) => text);

describe('reading aloud', () => {
  it('says one sentence after another, in the chosen voice and the article’s language, and rests on the last', () => {
    const { speech, said, finish } = open();
    speech.start(14);
    finish();
    expect(said).toEqual([{ text: 'Two is here.', rate: 1, voiceId: 'v', language: 'en' }, { text: 'Three is here.', rate: 1, voiceId: 'v', language: 'en' }]);
    finish();
    expect(speech.state.getState()).toMatchObject({ kind: 'open', queue: { index: 2, isPlaying: false } });
  });

  it('begins a sentence again after a pause', () => {
    const { speech, said } = open();
    speech.start(0);
    speech.toggle();
    expect(speech.state.getState()).toMatchObject({ queue: { isPlaying: false } });
    speech.toggle();
    expect(texts(said)).toEqual(['One is here.', 'One is here.']);
  });

  it('takes no notice of what comes late from a sentence that was left', () => {
    const { speech, said, latest } = open();
    speech.start(0);
    const late = latest();
    speech.step(1);
    late?.('ended');
    expect(texts(said)).toEqual(['One is here.', 'Two is here.']);
  });

  it('says the sentence anew at a new speed', () => {
    const { speech, said, setRate } = open();
    speech.start(0);
    setRate(2);
    speech.renew();
    expect(said.map(({ rate }) => rate)).toEqual([1, 2]);
  });

  it('says that there is no voice, until there is one', () => {
    const { speech, said, voices, tellVoices } = open([]);
    speech.start(0);
    expect(speech.state.getState()).toMatchObject({ trouble: 'no-voice', queue: { isPlaying: false } });
    expect(said).toEqual([]);
    voices.push({ id: 'late', name: 'Late', language: 'en' });
    tellVoices();
    expect(speech.state.getState()).toMatchObject({ trouble: null, voices: [{ id: 'late' }] });
  });

  it('stops with the reason when the voice fails', () => {
    const { speech, finish } = open();
    speech.start(0);
    finish('failed');
    expect(speech.state.getState()).toMatchObject({ trouble: 'failed', queue: { index: 0, isPlaying: false } });
  });

  it('says so where nothing is to be read', () => {
    const { speech } = open(undefined, [{ kind: 'rule' }]);
    speech.start(0);
    expect(speech.state.getState()).toMatchObject({ trouble: 'nothing' });
  });

  it('stops when another article is opened', () => {
    const { speech, reader } = open();
    speech.start(0);
    reader.setState({ opened: openWhole(articleOf(2), createContent([paragraph])) });
    expect(speech.state.getState()).toEqual({ kind: 'closed' });
  });
});
