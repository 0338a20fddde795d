import './without-eval.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { findDesktopTransport } from './api/desktop-transport.ts';
import { makeHttpTransport } from './api/http-transport.ts';
import { App } from './app.tsx';
import { makeSession } from './state/session.ts';

const desktop = findDesktopTransport();
const session = makeSession({ transport: desktop ?? makeHttpTransport(), isDesktop: desktop !== null, now: () => new Date().toISOString() });
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><App session={session} /></StrictMode>);
