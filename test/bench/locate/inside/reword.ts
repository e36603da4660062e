/** What releases and translations do to the words of a page. */
import { SYNONYMS } from '../../../../shared/locate/synonyms.ts';
import { fold } from '../../../../shared/locate/words.ts';
import { Chance } from './chance.ts';

const SWAPS: [RegExp, string[]][] = [
  [/^save( changes)?$/i, ['Save', 'Save changes', 'Apply', 'Update', 'Speichern']],
  [/^submit$/i, ['Send', 'Save', 'OK', 'Continue']],
  [/^(delete|remove)$/i, ['Delete', 'Remove', 'del', 'Delete selected']],
  [/^edit$/i, ['Edit', 'Modify', 'Change', 'Edit settings']],
  [/^(sign|log) ?in$/i, ['Login', 'Log in', 'Sign In', 'Sign in to your account']],
  [/^(sign|log) ?out$/i, ['Logout', 'Log out', 'Sign out', 'Log off']],
  [/^(e-?mail|email address)$/i, ['Email', 'E-mail', 'Email address', 'Mail address', 'Mailbox']],
  [/^password$/i, ['Password', 'Your password', 'Passphrase']],
  [/^search.*$/i, ['Search', 'Find', 'Search…', 'Filter']],
  [/^(add|new|create)\b/i, ['Add', 'New', 'Create']],
  [/^settings$/i, ['Settings', 'Preferences', 'Options', 'Configuration']],
  [/^dashboard$/i, ['Dashboard', 'Overview', 'Home', 'Start']],
  [/^view (all|more|details)$/i, ['See all', 'Show more', 'Details', 'More']],
  [/^close$/i, ['Close', 'Dismiss', '×']],
];
const FRESH = [
  'Delivery',
  'Mailboxes',
  'Overview',
  'Accounts',
  'Transport',
  'Security',
  'Members',
  'Activity',
  'Workspace',
  'Maintenance',
  'Profile data',
  'Notification rules',
  'Display',
  'Region',
];

function change(text: string, chance: Chance): string {
  for (const [from, to] of SWAPS)
    if (from.test(text)) return chance.yes(0.7) ? chance.pick(to) : text.replace(from, chance.pick(to));
  const words = text.split(/\s+/);
  const way = chance.below(8);
  if (way === 0) return text.toUpperCase();
  if (way === 1) return words.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join(' ');
  if (way === 2 && words.length > 1) return words.slice(0, -1).join(' ');
  if (way === 3 && words.length > 1) return words.slice(1).join(' ');
  if (way === 4) return `${text} ${chance.pick(['name', 'list', 'settings', 'details', 'overview'])}`;
  if (way === 5) return `${chance.pick(['Your', 'All', 'My', 'Manage'])} ${text.toLowerCase()}`;
  if (way === 6)
    return words.length > 1 ? words.reverse().join(' ') : text.endsWith('s') ? text.slice(0, -1) : `${text}s`;
  return chance.yes(0.5) ? chance.pick(FRESH) : `${words[0]} ${chance.pick(FRESH).toLowerCase()}`;
}

/** Every text of the interface through `to`: text nodes, captions, hints, titles, options. */
function eachText(document: Document, to: (text: string) => string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!/^(?:script|style|noscript|textarea)$/.test(node.parentElement?.localName ?? ''))
      texts.push(node as Text);
  }
  for (const text of texts) {
    const value = text.nodeValue ?? '';
    const plain = value.trim();
    if (/\p{L}/u.test(plain)) text.nodeValue = value.replace(plain, () => to(plain));
  }
  for (const element of document.body.querySelectorAll(
    '[placeholder],[title],[alt],[aria-label],input[type="submit"],input[type="button"],input[type="reset"]',
  )) {
    for (const name of [
      'placeholder',
      'title',
      'alt',
      'aria-label',
      ...(element.localName === 'input' && element.getAttribute('type') !== 'text' ? ['value'] : []),
    ]) {
      const value = element.getAttribute(name);
      if (value && /\p{L}/u.test(value)) element.setAttribute(name, to(value));
    }
  }
}

export function reword(document: Document, chance: Chance, level: number): void {
  const share = 0.3 * level * chance.next();
  const colons = chance.yes(0.3 * level);
  const shout = chance.yes(0.08 * level);
  // One release renames a word everywhere, not here and there.
  const seen = new Map<string, string>();
  eachText(document, (text) => {
    if (text.length > 60) return text;
    let to = seen.get(text);
    if (to === undefined) {
      to = chance.yes(share) ? change(text, chance) : text;
      if (colons) to = to.endsWith(':') ? to.slice(0, -1) : to;
      if (shout) to = to.toUpperCase();
      seen.set(text, to);
    }
    return to;
  });
}

const KEEP =
  /^(?:admin|status|name|server|login|logout|system|version|email|e-mail|mail|spam|web|ip|url|id|tls|smtp|imap|ok|test|domain|alias|info|code|link|text|test|html|css|ui)$/i;
const DE = [
  'be',
  'ver',
  'ein',
  'aus',
  'ge',
  'richt',
  'stell',
  'ung',
  'keit',
  'nach',
  'lös',
  'bear',
  'schlüss',
  'voll',
  'en',
  'er',
  'zahl',
  'wert',
  'gruppe',
  'tag',
];
const KO = [
  '관',
  '리',
  '설',
  '정',
  '사',
  '용',
  '추',
  '가',
  '목',
  '록',
  '보',
  '기',
  '전',
  '체',
  '편',
  '집',
  '확',
  '인',
  '검',
  '색',
  '발',
  '송',
  '수',
  '신',
];

const GERMAN =
  /^(?:speichern|abbrechen|schließen|löschen|hinzufügen|suchen|anmelden|abmelden|weiter|zurück|bearbeiten|einstellungen|passwort|benutzer|verwaltung|senden|aktualisieren|beschreibung|hilfe)$/;

/** What a real translation says for the words that every interface has. */
function known(text: string, to: 'de' | 'ko'): string | null {
  return (
    SYNONYMS.get(fold(text))?.find((word) => (to === 'ko' ? /[가-힣]/.test(word) : GERMAN.test(word))) ?? null
  );
}

/** The same word becomes the same other word everywhere; some words are the same in every language. */
export function translate(document: Document, to: 'de' | 'ko', seed: number, chance: Chance): void {
  const words = new Map<string, string>();
  const syllables = to === 'ko' ? KO : DE;
  const one = (word: string): string => {
    const key = word.toLowerCase();
    if (KEEP.test(key) && chance.yes(to === 'ko' ? 0.25 : 0.7)) return word;
    let made = words.get(key);
    if (made === undefined) {
      const own = new Chance(
        seed + [...key].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7),
      );
      made = '';
      for (let i = 0; i < 2 + (key.length > 5 ? 1 : 0) + own.below(2); i++) made += own.pick(syllables);
      words.set(key, made);
    }
    return /^[A-Z]/.test(word) ? made[0]!.toUpperCase() + made.slice(1) : made;
  };
  eachText(document, (text) => known(text, to) ?? text.replace(/\p{L}[\p{L}'-]*/gu, one));
  document.documentElement.setAttribute('lang', to);
}
