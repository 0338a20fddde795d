/** A voice of the platform. `id` is the platform's own name for it. */
export type Voice = { readonly id: string; readonly name: string; readonly language: string };

export type Utterance = { readonly text: string; readonly rate: number; readonly voiceId: string | null; readonly language: string | null };

/** Speech as reading aloud needs it. */
export type SpeechPort = {
  /** Voices that speak on this machine. Those that send the text elsewhere are left out. */
  voices(): readonly Voice[];
  /** Told when there are other voices than before. Answers the function that stops listening. */
  listen(onVoices: () => void): () => void;
  /** Speaks; `onDone` is told once, unless it is cancelled before. */
  speak(utterance: Utterance, onDone: (outcome: 'ended' | 'failed') => void): void;
  cancel(): void;
};

/** Of a machine that can't speak. */
export const noSpeech: SpeechPort = { voices: () => [], listen: () => () => undefined, speak: (_, onDone) => onDone('failed'), cancel: () => undefined };

/** The speech synthesis of the platform. */
export function makeSpeechPort(): SpeechPort {
  if (!('speechSynthesis' in window)) return noSpeech;
  const localVoices = () => window.speechSynthesis.getVoices().filter((voice) => voice.localService);
  return {
    voices: () => localVoices().map(({ voiceURI, name, lang }) => ({ id: voiceURI, name, language: lang })),
    listen(onVoices) {
      window.speechSynthesis.addEventListener('voiceschanged', onVoices);
      return () => window.speechSynthesis.removeEventListener('voiceschanged', onVoices);
    },
    speak({ text, rate, voiceId, language }, onDone) {
      const utterance = new SpeechSynthesisUtterance(text);
      const voices = localVoices();
      const ofLanguage = voices.find((voice) => language !== null && voice.lang.toLowerCase().startsWith(language.toLowerCase().split('-')[0] ?? ''));
      // Never the platform's own choice, which may be a voice that sends the text away.
      utterance.voice = voices.find((voice) => voice.voiceURI === voiceId) ?? ofLanguage ?? voices.find((voice) => voice.default) ?? voices[0] ?? null;
      utterance.lang = utterance.voice?.lang ?? language ?? '';
      utterance.rate = rate;
      utterance.onend = () => onDone('ended');
      utterance.onerror = ({ error }) => {
        if (error !== 'canceled' && error !== 'interrupted') onDone('failed');
      };
      window.speechSynthesis.speak(utterance);
    },
    cancel: () => window.speechSynthesis.cancel(),
  };
}
