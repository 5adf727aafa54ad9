import { type Answer, html } from './http.ts';

/** Text as it may stand in HTML, also in an attribute. */
export const escapeHtml = (value: string | number | null | undefined): string =>
  String(value ?? '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "frame-src 'none'; frame-ancestors 'none'; object-src 'none'; base-uri 'none'; form-action 'self'";

export interface PageParts {
  title: string;
  /** The name of the web application, at the top. */
  brand: string;
  menu: [label: string, path: string][];
  /** HTML, its texts escaped. */
  main: string;
  foot?: string;
  status?: number;
}

/** A page of one of the two web applications. Links marked `data-inside` change the page without loading it. */
export function page(parts: PageParts): Answer {
  const links = parts.menu.map(
    ([label, path]) => `<a data-inside href="${escapeHtml(path)}">${escapeHtml(label)}</a>`,
  );
  return html(
    parts.status ?? 200,
    `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(parts.title)} - ${escapeHtml(parts.brand)}</title>
<link rel="stylesheet" href="/assets/site.css">
<script src="/assets/site.js" defer></script>
</head>
<body>
<header><strong>${escapeHtml(parts.brand)}</strong> <nav>${links.join(' ')}</nav></header>
<main>${parts.main}</main>
<footer>${escapeHtml(parts.foot)}</footer>
</body>
</html>`,
    { 'content-security-policy': contentSecurityPolicy, 'x-frame-options': 'DENY' },
  );
}

/** The applications' script and style sheet. @returns undefined for any other path */
export function asset(path: string): Answer | undefined {
  if (path === '/assets/site.js') {
    return { status: 200, headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: script };
  }
  if (path === '/assets/site.css') {
    return { status: 200, headers: { 'content-type': 'text/css; charset=utf-8' }, body: style };
  }
  if (path === '/favicon.ico') return { status: 204 };
  return undefined;
}

/** Rows of two-column facts. */
export const facts = (rows: [label: string, value: string | null | undefined][]): string =>
  `<dl>${rows.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value || '–')}</dd>`).join('')}</dl>`;

// Like the real sites, the address changes first and the content follows.
const script = `
const show = async (address) => {
  const response = await fetch(address);
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  if (location.href !== new URL(address, location.href).href) return;
  document.querySelector('main').replaceWith(next.querySelector('main'));
  document.title = next.title;
};
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-inside]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  history.pushState(null, '', link.href);
  show(link.href);
});
addEventListener('popstate', () => show(location.href));
`;

// The last rule but one is what a real site may do to buttons that are not its own.
const style = `
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1d2733; background: #f5f6f8; }
header, footer { display: flex; gap: 24px; padding: 12px 24px; background: #fff; border-bottom: 1px solid #dfe3e8; }
nav { display: flex; gap: 16px; }
main { max-width: 960px; margin: 24px auto; padding: 24px; background: #fff; }
table { width: 100%; border-collapse: collapse; }
td, th { padding: 6px 8px; text-align: left; border-bottom: 1px solid #eef0f2; }
button, input { height: 11px; font-size: 40px; text-transform: uppercase; }
form button, form input { height: auto; font-size: inherit; text-transform: none; }
`;
