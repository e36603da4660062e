import { describe, expect, it } from 'vitest';
import { matches } from '../../../extension/background/match-pattern.ts';

// Rows of MDN's "Match patterns in extension manifests", as far as they are about web pages.
describe.each<[pattern: string, fits: string[], fitsNot: string[]]>([
  [
    '*://*/*',
    ['http://example.org/', 'https://a.org/some/path/', 'https://example.org:8443/x?y#z'],
    ['ftp://ftp.example.org/', 'file:///a/', 'chrome-extension://abc/x.html', 'about:blank'],
  ],
  [
    '*://*.mozilla.org/*',
    [
      'http://mozilla.org/',
      'https://mozilla.org/',
      'http://a.mozilla.org/',
      'http://a.b.mozilla.org/',
      'https://b.mozilla.org/path/',
      'https://MOZILLA.org/',
    ],
    [
      'ftp://mozilla.org/',
      'http://mozilla.com/',
      'http://firefox.org/',
      'https://notmozilla.org/',
      'https://mozilla.org.evil.example/',
      'https://evil.example/mozilla.org/',
      'https://mozilla.org@evil.example/',
    ],
  ],
  [
    '*://mozilla.org/',
    ['http://mozilla.org/', 'https://mozilla.org/', 'https://mozilla.org', 'https://mozilla.org/#part'],
    ['ftp://mozilla.org/', 'http://a.mozilla.org/', 'http://mozilla.org/a', 'https://mozilla.org/?q'],
  ],
  [
    'https://*/path',
    ['https://mozilla.org/path', 'https://a.mozilla.org/path', 'https://something.com/path'],
    [
      'http://mozilla.org/path',
      'https://mozilla.org/path/',
      'https://mozilla.org/a',
      'https://mozilla.org/',
      'https://mozilla.org/path?foo=1',
    ],
  ],
  [
    'https://*/path/',
    ['https://mozilla.org/path/', 'https://a.mozilla.org/path/'],
    ['http://mozilla.org/path/', 'https://mozilla.org/path', 'https://mozilla.org/path/a'],
  ],
  [
    'https://mozilla.org/*',
    [
      'https://mozilla.org/',
      'https://mozilla.org/path',
      'https://mozilla.org/another',
      'https://mozilla.org/path/to/doc',
      'https://mozilla.org/path/to/doc?foo=1',
    ],
    ['http://mozilla.org/path', 'https://mozilla.com/path', 'https://a.mozilla.org/path'],
  ],
  [
    'https://mozilla.org/a/b/c/',
    ['https://mozilla.org/a/b/c/', 'https://mozilla.org/a/b/c/#section1'],
    ['https://mozilla.org/a/b/c', 'https://mozilla.org/a/b/c/d', 'https://mozilla.org/b/c/'],
  ],
  [
    'https://mozilla.org/*/b/*/',
    [
      'https://mozilla.org/a/b/c/',
      'https://mozilla.org/d/b/f/',
      'https://mozilla.org/a/b/c/d/',
      'https://mozilla.org/a/b/c/d/#section1',
      'https://mozilla.org/a/b/c/d/?foo=/',
    ],
    ['https://mozilla.org/b/*/', 'https://mozilla.org/a/b/', 'https://mozilla.org/a/b/c/d/?foo=bar'],
  ],
  [
    'https://*.hiworks.com:8443/*',
    ['https://a.hiworks.com:8443/x'],
    ['https://a.hiworks.com/x', 'https://a.hiworks.com:443/x', 'https://a.hiworks.com:18443/x'],
  ],
  [
    'https://a.example/x*x',
    ['https://a.example/xx', 'https://a.example/x1x'],
    ['https://a.example/x', 'https://a.example/x1'],
  ],
  ['https://a.example/(a+)+$/*', ['https://a.example/(a+)+$/x'], ['https://a.example/aaaa/']],
])('%s', (pattern, fits, fitsNot) => {
  it.each(fits)('fits %s', (address) => {
    expect(matches(pattern, address)).toBe(true);
  });
  it.each(fitsNot)('does not fit %s', (address) => {
    expect(matches(pattern, address)).toBe(false);
  });
});

it.each([
  ['no path', 'https://mozilla.org'],
  ['a star inside a name', 'https://mozilla.*.org/'],
  ['a star glued to a name', 'https://*zilla.org/'],
  ['no colon', 'https//mozilla.org/'],
  ['a resource', 'resource://path/'],
  ['files', 'file:///*'],
  ['nothing', ''],
])('a pattern with %s fits nothing', (_what, pattern) => {
  for (const address of [
    'https://mozilla.org/',
    'https://mozilla.a.org/',
    'https://a.mozilla.org/',
    'file:///etc/',
  ])
    expect(matches(pattern, address)).toBe(false);
});

it('an address that is none fits nothing', () => {
  for (const address of ['', 'mozilla.org', 'https://', '//mozilla.org/'])
    expect(matches('*://*/*', address)).toBe(false);
});

it('a pattern of many stars comes to an answer: backtracking would take years', () => {
  const address = `https://a.example/${'a'.repeat(50_000)}`;
  expect(matches(`https://a.example/${'*a'.repeat(40)}`, address)).toBe(true);
  expect(matches(`https://a.example/${'*a'.repeat(40)}b`, address)).toBe(false);
});
