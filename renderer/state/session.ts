import { makeClient, type Transport } from '../../core/api/client.ts';
import { type Client, contract, type DesktopClient, desktopContract, type Event } from '../../core/api/contract.ts';
import type { Article } from '../../core/article/article.ts';
import type { Content } from '../../core/article/blocks.ts';
import { followPosition } from '../../core/article/follow-position.ts';
import { projectContent } from '../../core/article/projection.ts';
import type { Fault } from '../../core/base/fault.ts';
import type { ArticleId } from '../../core/base/ids.ts';
import { chunksAround } from '../../core/article/chunks.ts';
import { faultSentence } from '../../core/messages/fault-messages.ts';
import { browserMessages } from '../text/browser-messages.ts';
import { statusMessages } from '../text/library-messages.ts';
import { watchMessages } from '../text/watch-messages.ts';
import { findRefusal } from './access.ts';
import { defaultSettings } from '../../core/library/settings.ts';
import { makeSpeech, type Speech } from '../speech/speech.ts';
import { noSpeech, type SpeechPort } from '../speech/speech-port.ts';
import { type Editor, makeEditor } from './editor.ts';
import { type ImportStore, makeImportStore } from './imports.ts';
import { followLanguage, type LanguageStore } from './language.ts';
import { applyChange, changeSettings, type LibraryStateStore, loadLibrary, makeLibraryStore, overviewOf, showBackup, showHandover, showReading, showWatch } from './library-state.ts';
import { makeNoticeStore, type NoticeStore, showNotice } from './notices.ts';
import { type OpenArticle, openExcerpt, openWhole, withReadArticle } from './open-article.ts';
import { makeReaderStore, openArticleOf, type ReaderStateStore } from './reader-state.ts';
import { makeSearchStore, type SearchStore } from './search-state.ts';
import { unsavedText } from './unsaved-text.ts';
import { makeViewStore, type ViewStore } from './view-state.ts';

/** Everything that lives as long as the window: the client, the stores, and what is done with both. */
export type Session = {
  readonly client: Client;
  /** Null in a browser, where nothing reaches outside the library. */
  readonly desktop: DesktopClient | null;
  readonly transport: Transport;
  readonly library: LibraryStateStore;
  readonly reader: ReaderStateStore;
  readonly view: ViewStore;
  readonly notices: NoticeStore;
  readonly imports: ImportStore;
  readonly search: SearchStore;
  readonly editor: Editor;
  readonly language: LanguageStore;
  readonly speech: Speech;
  openArticle(id: ArticleId): Promise<void>;
  closeArticle(): void;
  tellFault(fault: Fault): void;
  /** Loads the library, listens to the host, opens what was open. Answers the function that stops listening. */
  start(onAsked: (event: Asked) => void): () => void;
};

/** Events that ask this window to do something. */
export type Asked = Extract<Event, { kind: 'command' | 'flush' }>;

/** An article with another text than before, to be read on at the same words. */
function resumedIn(before: OpenArticle, article: Article, content: Content): Article {
  // The library has found the sentence again where it was kept; of an article last read by an earlier Lectern only its offset was.
  if (before.article.content === article.content || article.resume) return article;
  return { ...article, position: followPosition(before.projection.text, projectContent(content).text, article.position) };
}

type SessionPorts = { readonly transport: Transport; readonly isDesktop: boolean; readonly now: () => string; readonly speech?: SpeechPort; readonly systemLocales?: readonly string[] };

/** Makes the session of a window over a transport. */
export function makeSession({ transport, isDesktop, now, speech: port = noSpeech, systemLocales = [] }: SessionPorts): Session {
  const client = makeClient(contract, transport.send);
  const [library, reader, view, notices, imports] = [makeLibraryStore(), makeReaderStore(), makeViewStore(), makeNoticeStore(), makeImportStore()];
  const language = followLanguage(library, systemLocales);
  const tellFault = (fault: Fault) => showNotice(notices, { tone: 'fault', text: faultSentence(fault), action: null });

  // A run of failures is told once.
  library.subscribe(({ settingsFault: fault }, before) => {
    if (fault && !before.settingsFault) tellFault(fault);
  });

  const speech = makeSpeech({ port, reader, settings: () => overviewOf(library)?.settings ?? defaultSettings });

  /** Takes the open article's document anew from the library, unless edits are under way that it can't hold yet. */
  async function refreshOpen(): Promise<void> {
    await editor.settle();
    const open = openArticleOf(reader);
    if (!open || editor.state.getState().saving.kind !== 'saved') return;
    const begun = editor.begun();
    const article = await client.articles.read({ id: open.article.id });
    const still = openArticleOf(reader);
    if (!article.ok || still?.article.id !== article.value.id) return;
    // An edit that began meanwhile may be in what was read or not; read after it, it is.
    if (editor.begun() !== begun) return refreshOpen();
    if (article.value.content === still.article.content) reader.setState({ opened: withReadArticle(still, article.value) });
    else await openAnew(article.value.id);
  }

  /** Shows the text that the open article was given, in place of the one it had. */
  async function openAnew(id: ArticleId): Promise<void> {
    const opened = await client.articles.open({ id });
    const before = openArticleOf(reader);
    if (before?.article.id !== id) return;
    if (!opened.ok) return reader.setState({ opened: { kind: 'failed', id, fault: opened.fault } });
    const { article, content } = opened.value;
    const whole = openWhole(resumedIn(before, article, content), content);
    reader.setState({ opened: whole, target: null, found: null, footnote: null, cameFrom: null, placing: null, drawn: new Set(chunksAround(whole.chunks, whole.article.position)) });
  }

  const editor = makeEditor({
    client, reader, now,
    findRefusal: () => findRefusal(library.getState().library),
    onRefused(fault, edits) {
      const words = unsavedText(edits);
      const action = words === '' ? null : { label: statusMessages.copyRefused, run: () => void navigator.clipboard.writeText(words) };
      showNotice(notices, { tone: 'fault', text: faultSentence(fault), action });
      void refreshOpen();
    },
  });

  /** Takes in the rest of an article that was opened with an excerpt. */
  async function openRest(id: ArticleId): Promise<void> {
    const opened = await client.articles.open({ id });
    const current = openArticleOf(reader);
    if (current?.article.id !== id) return;
    // What was read is of another version than what is shown by now.
    if (opened.ok && opened.value.article.content !== current.article.content) await openAnew(id);
    else if (opened.ok) reader.setState({ opened: openWhole(current.article, opened.value.content) });
    else reader.setState({ opened: { kind: 'failed', id, fault: opened.fault } });
  }

  async function openArticle(id: ArticleId): Promise<void> {
    await editor.settle();
    const before = openArticleOf(reader);
    reader.setState({ opened: { kind: 'loading', id }, selectedId: null, target: null, editing: null, found: null, isFinding: false, footnote: null, cameFrom: null, placing: null, progress: 0 });
    const begun = await client.articles.begin({ id });
    const { opened: current } = reader.getState();
    // Another article may have been chosen while this one was read.
    if (current.kind !== 'loading' || current.id !== id) return;
    if (!begun.ok) {
      reader.setState({ opened: { kind: 'failed', id, fault: begun.fault } });
      return;
    }
    const { article: read, content, excerpt } = begun.value;
    // With another text than before, reading goes on at the same words; in an excerpt they are not all here.
    const article = content && before?.article.id === id ? resumedIn(before, read, content) : read;
    const opened = excerpt ? openExcerpt(article, excerpt) : openWhole(article, content);
    reader.setState({ opened, drawn: new Set(chunksAround(opened.chunks, article.position)), progress: article.progress });
    if (excerpt) await openRest(id);
    void changeSettings(library, client, { openArticle: id });
  }

  function handleEvent(event: Event, onAsked: (event: Asked) => void): void {
    if (event.kind === 'library-changed') {
      applyChange(library, event.change);
      const open = openArticleOf(reader);
      if (open && event.change.articles.some((article) => article.id === open.article.id && (event.change.isOutside || article.changedAt !== open.article.changedAt))) void refreshOpen();
    } else if (event.kind === 'library-reading') showReading(library, event);
    else if (event.kind === 'backup-changed') {
      const fault = showBackup(library, event.backup);
      if (fault) tellFault(fault);
    } else if (event.kind === 'watch-changed') {
      const fresh = showWatch(library, event.watch);
      if (fresh > 0) showNotice(notices, { tone: 'done', text: watchMessages.cameIn(fresh), action: null });
    } else if (event.kind === 'page-handed-over') {
      const { article, isNewVersion } = event;
      showNotice(notices, { tone: 'done', text: browserMessages.handedOver(article.title, isNewVersion), action: { label: browserMessages.open, run: () => void openArticle(article.id) } });
    } else if (event.kind === 'handover-changed') showHandover(library, event.handover);
    else if (event.kind === 'article-imported') {
      view.setState({ isTableShown: false });
      void openArticle(event.article.id);
    }
    else if (event.kind === 'events-missed') void loadLibrary(library, client).then(refreshOpen);
    else if (event.kind === 'readings-planned') imports.setState(({ plans }) => ({ plans: [...plans, event.plan] }));
    else if (event.kind === 'import-failed') tellFault(event.fault);
    else onAsked(event);
  }

  return {
    client, transport, library, reader, view, notices, imports, search: makeSearchStore(), editor, language, speech, openArticle, tellFault,
    desktop: isDesktop ? makeClient(desktopContract, transport.send) : null,
    closeArticle: () => reader.setState({ opened: { kind: 'none' }, selectedId: null, target: null, editing: null }),
    start(onAsked) {
      const stop = transport.listen((event) => handleEvent(event, onAsked));
      void loadLibrary(library, client).then(() => {
        const overview = overviewOf(library);
        const last = overview?.articles.find((article) => article.id === overview.settings.openArticle && article.binnedAt === null) ?? overview?.articles.find((article) => article.binnedAt === null);
        if (last && reader.getState().opened.kind === 'none') {
          view.setState({ shelf: { kind: 'status', status: last.status } });
          void openArticle(last.id);
        }
      });
      return stop;
    },
  };
}
