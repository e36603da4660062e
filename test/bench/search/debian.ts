import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Document } from '../../../shared/search/index.ts';
import { GNOME_QUESTIONS } from './gnome-questions.ts';
import { plain } from './html.ts';
import { INSTALLER_QUESTIONS } from './installer-questions.ts';
import type { Query } from './queries.ts';

const CACHE = join(import.meta.dirname, '../../../node_modules/.cache/giljabi-search');

/** Folder of an unpacked Debian package, downloaded once; null when it cannot be had. */
export function unpacked(name: string): string | null {
  const folder = join(CACHE, name);
  if (existsSync(folder)) return folder;
  try {
    mkdirSync(CACHE, { recursive: true });
    execFileSync('apt-get', ['download', name], { cwd: CACHE, stdio: 'ignore' });
    const [deb] = globSync(`${name}_*.deb`, { cwd: CACHE });
    execFileSync('dpkg-deb', ['-x', deb!, folder], { cwd: CACHE });
    return folder;
  } catch {
    console.warn(`${name}: cannot be downloaded (apt-get update?); its corpus is left out`);
    return null;
  }
}

export interface Corpus {
  name: string;
  documents: Document[];
  /** Terms that an editor assigned to a page by hand. */
  terms?: { query: string; id: string }[];
  /** Questions that were written for this corpus. */
  questions?: Query[];
}

const hangul = (text: string): number => (text.match(/[가-힣]/g)?.length ?? 0) / Math.max(1, text.length);
const worth = (document: Document): boolean =>
  document.title.length > 2 &&
  document.body.length > 60 &&
  hangul(document.title) > 0.3 &&
  hangul(document.body) > 0.12;

export function libreOffice(): Corpus | null {
  const folder = unpacked('libreoffice-help-ko');
  if (!folder) return null;
  const root = join(folder, 'usr/share/libreoffice/help');
  const documents: Document[] = [];
  for (const file of globSync('ko/text/**/*.html', { cwd: root }).sort()) {
    const html = readFileSync(join(root, file), 'utf8');
    const title = plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '');
    const shown = /<div id="DisplayArea"[^>]*>([\s\S]*?)<div id="SearchFrame"/.exec(html)?.[1] ?? '';
    const headings = [...shown.matchAll(/<h[23][^>]*>([\s\S]*?)<\/h[23]>/g)]
      .map((found) => plain(found[1]!))
      .filter(Boolean);
    const body = plain(shown.replace(/<h1[\s\S]*?<\/h1>/, '')).slice(0, 3000);
    documents.push({ id: file, title, body, headings, lang: 'ko' });
  }
  const kept = documents.filter(worth);
  const ids = new Set(kept.map(({ id }) => id));
  const bookmarks = readFileSync(join(root, 'ko/bookmarks.js'), 'utf8');
  const terms = [...bookmarks.matchAll(/url:"([^?#"]*)[^"]*", app:"\w+", text:"([^"]*)"/g)]
    .map((found) => ({ id: found[1]!, query: plain(found[2]!.replace(/\s*--\s*/g, ' ')) }))
    .filter(({ id, query }) => ids.has(id) && hangul(query) > 0.3);
  return { name: 'libreoffice', documents: kept, terms };
}

export function gimp(): Corpus | null {
  const folder = unpacked('gimp-help-ko');
  if (!folder) return null;
  const root = join(folder, 'usr/share/gimp/2.0/help/ko');
  const documents = globSync('*.html', { cwd: root })
    .sort()
    .map((file): Document => {
      const html = readFileSync(join(root, file), 'utf8');
      const title = plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '').replace(/^[\d.]+\s*/, '');
      const inner = html.slice(html.indexOf('</h'), html.lastIndexOf('class="navfooter"'));
      const headings = [...inner.matchAll(/<h[2-5][^>]*>([\s\S]*?)<\/h[2-5]>/g)].map((found) =>
        plain(found[1]!).replace(/^[\d.]+\s*/, ''),
      );
      return { id: basename(file), title, body: plain(inner).slice(0, 3000), headings, lang: 'ko' };
    });
  return { name: 'gimp', documents: documents.filter(worth) };
}

export function debianFaq(): Corpus | null {
  const folder = unpacked('debian-faq-ko');
  if (!folder) return null;
  const root = join(folder, 'usr/share/doc/debian/FAQ/ko');
  const documents: Document[] = [];
  for (const file of globSync('*.html', { cwd: root }).sort()) {
    const html = readFileSync(join(root, file), 'utf8');
    for (const part of html.split(/<div class="section">/).slice(1)) {
      const title = plain(/<h\d class="title"[^>]*>([\s\S]*?)<\/h\d>/.exec(part)?.[1] ?? '').replace(
        /^[\d.]+\s*/,
        '',
      );
      documents.push({
        id: `${file}#${documents.length}`,
        title,
        body: plain(part.slice(part.indexOf('</h'))).slice(0, 3000),
        lang: 'ko',
      });
    }
  }
  return { name: 'debian-faq', documents: documents.filter(worth) };
}

/** GNOME's help and its guide for administrators: pages of a help centre, one question each. */
export function gnome(): Corpus | null {
  const folder = unpacked('gnome-user-docs');
  if (!folder) return null;
  return {
    name: 'gnome',
    documents: pagesOf(folder, (file) => basename(file, '.page')),
    questions: GNOME_QUESTIONS,
  };
}

const PROGRAMS =
  'evince-common gedit-common eog gnome-terminal-data gnome-calculator gnome-system-monitor gnome-boxes epiphany-browser-data totem-common';

/** The help of nine programs: short pages, many alike. No weight was fitted to them. */
export function programs(): Corpus | null {
  const folders = PROGRAMS.split(' ').map(unpacked);
  if (folders.includes(null)) return null;
  return { name: 'programs', documents: folders.flatMap((folder) => pagesOf(folder!, (file) => file)) };
}

/** Korean pages of a package's help in Mallard. */
function pagesOf(folder: string, idOf: (file: string) => string): Document[] {
  const root = join(folder, 'usr/share/help/ko');
  return globSync('*/*.page', { cwd: root })
    .sort()
    .map((file): Document => {
      const page = readFileSync(join(root, file), 'utf8');
      const [, desc = ''] = /<desc>([\s\S]*?)<\/desc>/.exec(page) ?? [];
      const shown = page.replace(/<info>[\s\S]*?<\/info>|<!--[\s\S]*?-->/g, '');
      const titles = [...shown.matchAll(/<title[^>]*>([\s\S]*?)<\/title>/g)].map((found) => plain(found[1]!));
      const inner = shown.slice(shown.indexOf('</title>'));
      return {
        id: idOf(file),
        title: (titles[0] ?? '').replace(/\s+/g, ' '),
        body: plain(`<p>${desc}</p>${inner}`).slice(0, 3000),
        headings: titles.slice(1),
        lang: 'ko',
      };
    })
    .filter(worth);
}

/** The manual of Debian's installer: chapters and sections of a book. */
export function installer(): Corpus | null {
  const folder = unpacked('installation-guide-amd64');
  if (!folder) return null;
  const root = join(folder, 'usr/share/doc/installation-guide-amd64/ko');
  const documents = globSync('*.html', { cwd: root })
    .sort()
    .map((file): Document => {
      const html = readFileSync(join(root, file), 'utf8');
      const title = plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? '').replace(
        /^[\dA-Z.]+장?\.?\s*/,
        '',
      );
      const inner = html.slice(html.indexOf('</h'), html.lastIndexOf('class="navfooter"'));
      const headings = [...inner.matchAll(/<h[2-5][^>]*>([\s\S]*?)<\/h[2-5]>/g)].map((found) =>
        plain(found[1]!).replace(/^[\dA-Z.]+\s*/, ''),
      );
      return { id: file, title, body: plain(inner).slice(0, 3000), headings, lang: 'ko' };
    });
  return { name: 'installer', documents: documents.filter(worth), questions: INSTALLER_QUESTIONS };
}
