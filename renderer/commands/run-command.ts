import type { CommandId } from '../../core/api/commands.ts';
import { type Status, statuses } from '../../core/article/article.ts';
import { type Colour, colours } from '../../core/highlight/colour.ts';
import type { StepKind } from '../../core/base/step-kind.ts';
import type { Settings } from '../../core/library/settings.ts';
import { binArticles } from '../library/bin-articles.ts';
import { chooseFiles, chooseFolder } from '../library/choose-files.ts';
import { moveArticles } from '../library/move-articles.ts';
import { copyNotes, exportNotes } from '../library/export-notes.ts';
import { backUpNow } from '../library/back-up.ts';
import { showReviews } from '../notes/review-highlights.ts';
import { placeCaret } from '../reader/caret.ts';
import { applyColour, copyQuote, deleteHighlight, highlightSelection, stepHighlight, targetHighlight, writeNote } from '../reader/highlighting.ts';
import { nameSearch } from '../search/saved-searches.ts';
import { mayWrite } from '../state/access.ts';
import { openFind, stepFound } from '../reader/finding.ts';
import { leapBack } from '../reader/leap.ts';
import { readAloud, toggleOutline, toggleTextAlone } from '../reader/reading-tools.ts';
import { printArticle, savePdf } from '../print/print-article.ts';
import { changeSettings, overviewOf } from '../state/library-state.ts';
import { showNotice } from '../state/notices.ts';
import { openArticleOf, selectHighlight } from '../state/reader-state.ts';
import type { Session } from '../state/session.ts';
import { readerMessages } from '../text/reader-messages.ts';
import { articlesMeant, whyNot } from './can-run.ts';
import { stepPane } from './step-pane.ts';

type Run = (session: Session) => void;

/** A menu's Undo while a text field has the focus is about the text. */
const isWriting = () => document.activeElement instanceof HTMLTextAreaElement || (document.activeElement instanceof HTMLInputElement && ['text', 'search'].includes(document.activeElement.type));

function tellStep(session: Session, kind: StepKind | null, say: (kind: StepKind) => string): void {
  if (kind) showNotice(session.notices, { tone: 'done', text: say(kind), action: null });
}

const moveTo = (status: Status): Run => (session) => moveArticles(session, articlesMeant(session), status);

const colourRun = (colour: Colour): Run => (session) => applyColour(session, colour);

function setTheme(theme: Settings['theme']): Run {
  return ({ library, client }) => void changeSettings(library, client, { theme });
}

function changeTextSize(step: number): Run {
  return ({ library, client }) => {
    const size = overviewOf(library)?.settings.textSize;
    if (size) void changeSettings(library, client, { textSize: Math.min(30, Math.max(14, size + step)) });
  };
}

function tagTarget(session: Session): void {
  const { reader } = session;
  const id = targetHighlight(session)?.id;
  if (id) reader.setState({ target: { kind: 'highlight', id }, selectedId: id });
  if (id) selectHighlight(reader, id, 'text');
  if (!reader.getState().target) return;
  // The toolbar may only be about to be drawn.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-toolbar] input')?.focus());
}

const runs: Readonly<Record<CommandId, Run>> = {
  'add-files': (session) => void chooseFiles(session),
  'add-folder': (session) => void chooseFolder(session),
  'watch-folder': ({ view }) => view.setState({ dialog: 'watch' }),
  browsers: ({ view }) => view.setState({ dialog: 'browsers' }),
  'paste-article': ({ view }) => view.setState({ dialog: 'add' }),
  'export-notes': (session) => void exportNotes(session, { ids: articlesMeant(session) }),
  'copy-notes': (session) => void copyNotes(session, { ids: articlesMeant(session) }),
  'export-library': (session) => void exportNotes(session, 'library'),
  'back-up-now': (session) => void backUpNow(session),
  backups: ({ view }) => view.setState({ dialog: 'backups' }),
  print: (session) => void printArticle(session),
  'save-pdf': (session) => void savePdf(session),
  undo: (session) => isWriting() ? void document.execCommand('undo') : void session.editor.undo().then((kind) => tellStep(session, kind, readerMessages.undone)),
  redo: (session) => isWriting() ? void document.execCommand('redo') : void session.editor.redo().then((kind) => tellStep(session, kind, readerMessages.redone)),
  'open-palette': ({ view }) => view.setState({ dialog: 'palette' }),
  'filter-library': () => document.querySelector<HTMLElement>('input[type="search"]')?.focus(),
  'save-search': nameSearch,
  'next-pane': () => stepPane(1),
  'previous-pane': () => stepPane(-1),
  'find-in-article': openFind,
  'find-next': (session) => stepFound(session, 1),
  'find-previous': (session) => stepFound(session, -1),
  'go-back': leapBack,
  'next-highlight': (session) => stepHighlight(session, 1),
  'previous-highlight': (session) => stepHighlight(session, -1),
  'place-caret': placeCaret,
  'article-to-inbox': moveTo(statuses[0]),
  'article-to-reading': moveTo(statuses[1]),
  'article-to-archive': moveTo(statuses[2]),
  'collect-article': ({ reader, view }) => {
    const open = openArticleOf(reader);
    if (open) view.setState({ collecting: [open.article.id] });
  },
  'new-collection': ({ view }) => view.setState({ naming: { kind: 'new-collection' } }),
  'edit-details': ({ reader, view }) => view.setState({ dialog: openArticleOf(reader) ? 'details' : null }),
  'earlier-versions': ({ reader, view }) => view.setState({ versionsOf: openArticleOf(reader)?.article.id ?? null }),
  'compare-versions': ({ reader, view }) => view.setState({ changesOf: openArticleOf(reader)?.article.id ?? null }),
  summarise({ reader, view }) {
    if (!openArticleOf(reader)) return;
    view.setState({ areNotesShown: true });
    reader.setState({ editing: 'summary' });
  },
  'bin-article': (session) => binArticles(session, articlesMeant(session)),
  'highlight-selection': (session) => void highlightSelection(session),
  'note-highlight': writeNote,
  'tag-highlight': tagTarget,
  'copy-quote': (session) => void copyQuote(session),
  'delete-highlight': deleteHighlight,
  'colour-yellow': colourRun(colours[0]),
  'colour-red': colourRun(colours[1]),
  'colour-green': colourRun(colours[2]),
  'colour-blue': colourRun(colours[3]),
  'colour-purple': colourRun(colours[4]),
  'colour-magenta': colourRun(colours[5]),
  'colour-orange': colourRun(colours[6]),
  'colour-grey': colourRun(colours[7]),
  'name-colours': ({ view }) => view.setState({ dialog: 'colours' }),
  'filter-notes': (session) => {
    session.view.setState({ areNotesShown: true, isNoteFilterShown: true });
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-note-filter] input')?.focus());
  },
  'review-highlights': (session) => showReviews(session),
  'notes-beside': ({ library, client }) => void changeSettings(library, client, { notesArrangement: 'beside' }),
  'notes-in-order': ({ library, client }) => void changeSettings(library, client, { notesArrangement: 'in-order' }),
  'notes-by-tag': ({ library, client }) => void changeSettings(library, client, { notesArrangement: 'by-tag' }),
  'show-table': ({ view }) => view.setState(({ isTableShown }) => ({ isTableShown: !isTableShown })),
  'toggle-library': ({ view }) => view.setState(({ isLibraryShown }) => ({ isLibraryShown: !isLibraryShown })),
  'toggle-notes': ({ view }) => view.setState(({ areNotesShown }) => ({ areNotesShown: !areNotesShown })),
  'toggle-outline': toggleOutline,
  'focus-mode': toggleTextAlone,
  'read-aloud': readAloud,
  'theme-system': setTheme('system'),
  'theme-light': setTheme('light'),
  'theme-sepia': setTheme('sepia'),
  'theme-night': setTheme('night'),
  'theme-contrast': setTheme('contrast'),
  'larger-text': changeTextSize(1),
  'smaller-text': changeTextSize(-1),
  'reading-settings': ({ view }) => view.setState({ dialog: 'reading' }),
  'show-shortcuts': ({ view }) => view.setState({ dialog: 'shortcuts' }),
};

/** Commands of the article's text and notes; they bring the article back. */
const showArticle: ReadonlySet<CommandId> = new Set<CommandId>(['next-highlight', 'previous-highlight', 'place-caret', 'edit-details', 'summarise']);

/** Commands that begin a change of the library. Undo and redo have nothing to take back where nothing could be changed. */
const changing: readonly CommandId[] = [
  'add-files', 'add-folder', 'paste-article', 'article-to-inbox', 'article-to-reading', 'article-to-archive', 'collect-article', 'edit-details', 'summarise', 'bin-article', 'highlight-selection', 'note-highlight', 'tag-highlight', 'delete-highlight',
  ...colours.map((colour) => `colour-${colour}` as const),
];

/** Does what a command says, wherever it came from: a key, a menu, a button. Where the library can only be read, a change is refused with the reason. */
export function runCommand(session: Session, id: CommandId): void {
  if (whyNot(session, id) === 'table-shown') return;
  if (changing.includes(id) && !mayWrite(session)) return;
  if (showArticle.has(id)) session.view.setState({ isTableShown: false });
  runs[id](session);
}
