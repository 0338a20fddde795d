import { describe, expect, it } from 'vitest';
import { isOwnDocument, isOwnRequest, isPermitted } from './lock-down.ts';

describe('isOwnDocument', () => {
  it.each([
    ['app://ui/index.html', true], ['app://ui/index.html#notes', true],
    ['app://ui/', false], ['app://ui/index.html?a', false], ['app://ui/assets/app.js', false], ['app://res/index.html', false], ['app://ui.evil/index.html', false],
    ['https://example.org/', false], ['file:///index.html', false], ['about:blank', false], ['javascript:app://ui/index.html', false], ['data:text/html,a', false], ['blob:app://ui/a', false],
  ])('judges %s', (url, is) => expect(isOwnDocument(url)).toBe(is));
});

describe('isOwnRequest', () => {
  it.each([
    ['app://ui/index.html', true], ['app://ui/assets/a.js?b', true], ['data:image/png;base64,AA', true], ['blob:app://ui/1-2', true], [`app://res/${'a1'.repeat(32)}`, true], ['app://res/../a', false],
    ['http://example.org/a.png', false], ['https://example.org/', false], ['ws://127.0.0.1/', false], ['wss://example.org/', false], ['file:///etc/passwd', false], ['smb://host/share', false], ['ftp://example.org/', false],
    ['blob:https://example.org/1', false], ['app://evil/', false], ['app://ui.evil/', false], ['chrome://gpu', false], ['devtools://devtools/bundled/a.js', false], ['http://app://ui/', false],
  ])('judges %s in a release', (url, is) => expect(isOwnRequest(url, true)).toBe(is));

  it('lets the tools of development load in development only', () => expect(isOwnRequest('devtools://devtools/bundled/a.js', false)).toBe(true));
});

describe('isPermitted', () => {
  it('lets our own page put text on the clipboard', () => {
    expect(isPermitted('clipboard-sanitized-write', 'app://ui/index.html')).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', 'app://ui')).toBe(true);
  });

  it.each(['https://example.org/', 'app://ui.evil/', 'file:///', ''])('lets %j put nothing on the clipboard', (url) => expect(isPermitted('clipboard-sanitized-write', url)).toBe(false));

  it.each([
    'clipboard-read', 'deprecated-sync-clipboard-read', 'media', 'geolocation', 'notifications', 'fileSystem', 'openExternal', 'hid', 'serial', 'usb', 'midi', 'midiSysex', 'fullscreen', 'pointerLock',
    'keyboardLock', 'display-capture', 'local-network', 'loopback-network', 'local-fonts', 'idle-detection', 'window-management', 'storage-access', 'speaker-selection', 'unknown', '',
  ])('grants nobody %j', (permission) => expect(isPermitted(permission, 'app://ui/index.html')).toBe(false));
});
