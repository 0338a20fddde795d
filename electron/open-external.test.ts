import { describe, expect, it } from 'vitest';
import { checkLink } from './open-external.ts';

describe('checkLink', () => {
  it.each([
    ['https://example.org', 'https://example.org/', 'example.org'],
    ['https://example.org/a/b?c=d#e', 'https://example.org/a/b?c=d#e', 'example.org'],
    ['http://example.org:8080/', 'http://example.org:8080/', 'example.org'],
    ['HTTPS://EXAMPLE.ORG/A', 'https://example.org/A', 'example.org'],
    ['https://sub.example.org/%20', 'https://sub.example.org/%20', 'sub.example.org'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/', 'xn--bcher-kva.example'],
    ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
    ['https://[::1]/', 'https://[::1]/', '[::1]'],
    ['https://127.1/', 'https://127.0.0.1/', '127.0.0.1'],
    ['https://example.org/a@b', 'https://example.org/a@b', 'example.org'],
    [`https://example.org/${'a'.repeat(2_061)}`, `https://example.org/${'a'.repeat(2_061)}`, 'example.org'],
  ])('opens %s', (url, opened, host) => expect(checkLink(url)).toEqual({ ok: true, value: { url: opened, host } }));

  it.each(['mailto:a@example.org', 'MAILTO:a@example.org?subject=b', 'mailto:'])('opens %s in the mail program', (url) => expect(checkLink(url)).toMatchObject({ ok: true, value: { host: null } }));

  it.each([
    '', ' ', 'example.org', '//example.org/', '/etc/passwd', '#notes', '?a=b', 'https', 'https:', 'https:/', 'https://', 'https:example.org', 'https:/example.org', 'https:\\\\example.org', 'https:/\\example.org',
    'file:///etc/passwd', 'file://host/share/a.exe', 'FILE:///etc/passwd', 'smb://host/share', '\\\\host\\share', '//host/share/a', 'afp://host/share', 'nfs://host/a', 'webdav://host/a', 'ftp://example.org/',
    'javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'java\nscript:alert(1)', 'java\tscript:alert(1)', ' javascript:alert(1)', '\u0001javascript:alert(1)', 'javascript://example.org/%0aalert(1)',
    'data:text/html,<script>alert(1)</script>', 'vbscript:msgbox(1)', 'blob:https://example.org/1', 'about:blank', 'view-source:https://example.org/', 'chrome://settings', 'app://ui/index.html',
    'ms-msdt:/id PCWDiagnostic', 'ms-officecmd:{}', 'ms-settings:', 'ms-word:ofe|u|https://example.org/a.docx', 'ms-excel:ofv|u|https://example.org', 'ms-search:', 'search-ms:query=a&crumb=location:\\\\host\\share', 'search:query=a', 'ms-appinstaller:?source=https://example.org',
    'vscode:extension/a', 'vscode://a', 'slack://open', 'tel:+123', 'sms:+123', 'callto:a', 'ssh://host', 'telnet://host', 'ldap://host', 'jar:https://example.org/a.jar', 'itms-services://a', 'x-apple.systempreferences:', 'shell:startup', 'mhtml:https://example.org', 'res://a', 'hcp://a', 'steam://run/1', 'intent://a', 'magnet:?xt=a', 'ws://example.org', 'wss://example.org',
    'https://a@example.org/', 'https://a:b@example.org/', 'https://example.org@evil.test/', 'https://:b@example.org/', 'https://exa mple.org/', 'https://example.org/ a', 'https://exam\tple.org/', 'https://example.org/\r\nHost: evil.test', 'https://example.org\\@evil.test/', 'ht\ntps://example.org/', ' https://example.org/', 'https://example.org/\u202egnp.exe', 'https://example.org/\u200b', 'https://example.org/\u0000', 'https://example.org\u2028/', 'https://example.org:99999/', 'https://[::1', 'https://%00/', 'mailto:a@example.org\r\nbcc:b@example.org',
    `https://example.org/${'a'.repeat(2_062)}`, `https://example.org/${'é'.repeat(700)}`,
  ])('refuses %j', (url) => expect(checkLink(url)).toMatchObject({ ok: false, fault: { code: 'link-refused' } }));
});
