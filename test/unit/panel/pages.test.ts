import { describe, expect, it } from 'vitest';
import { arrowTarget } from '../../../extension/panel/data/arrows.ts';
import { bannerOf } from '../../../extension/panel/data/banner.ts';
import { bundleAddress } from '../../../extension/panel/data/bundle-address.ts';
import { diagnostics } from '../../../extension/panel/data/diagnostics.ts';
import { back, open } from '../../../extension/panel/data/reading.ts';
import { siteLists, siteName } from '../../../extension/panel/data/site-list.ts';
import { takeWanted, want } from '../../../extension/panel/data/wanted-view.ts';
import { outcomeOf } from '../../../extension/panel/inquiry/outcome.ts';
import type { QueuedInquiry } from '../../../extension/platform/messages.ts';
import { bundle, catalogue } from './sample.ts';

describe('the banner', () => {
  it('says the worst thing and nothing when all is well', () => {
    expect(bannerOf(bundle, true)).toBeNull();
    expect(bannerOf({ ...bundle, source: 'none', problem: 'signature-wrong', stale: true }, false)).toEqual({
      kind: 'none',
      problem: 'signature-wrong',
    });
    expect(bannerOf({ ...bundle, problem: 'older', stale: true }, true)).toEqual({
      kind: 'broken',
      problem: 'older',
    });
    expect(bannerOf({ ...bundle, stale: true }, false)).toEqual({ kind: 'stale' });
    expect(bannerOf(bundle, false)).toEqual({ kind: 'offline' });
  });
  it('does not worry people about a publisher that cannot be reached while the content is fresh', () => {
    expect(bannerOf({ ...bundle, problem: 'offline' }, true)).toBeNull();
    expect(bannerOf({ ...bundle, problem: 'offline', stale: true }, true)).toEqual({ kind: 'stale' });
  });
});

describe('arrow keys', () => {
  it('move between rows, stop at the last and lead back to the field', () => {
    expect(arrowTarget('ArrowDown', 0, 3)).toBe(1);
    expect(arrowTarget('ArrowDown', 2, 3)).toBe(2);
    expect(arrowTarget('ArrowUp', 1, 3)).toBe(0);
    expect(arrowTarget('ArrowUp', 0, 3)).toBe('field');
    expect(arrowTarget('End', 0, 3)).toBe(2);
    expect(arrowTarget('Escape', 2, 3)).toBe('field');
  });
  it('leave other keys and other elements alone', () => {
    expect(arrowTarget('a', 1, 3)).toBeNull();
    expect(arrowTarget('ArrowDown', -1, 3)).toBeNull();
  });
});

describe('the way back through documents', () => {
  it('is the way that was come; a heading of the same document is no step', () => {
    const two = open(open([], 'a'), 'b', 'x');
    expect(open(two, 'b', 'y')).toEqual([
      { article: 'a', fragment: '' },
      { article: 'b', fragment: 'y' },
    ]);
    expect(back(two).at(-1)?.article).toBe('a');
    expect(back(back(two))).toEqual([]);
  });
});

describe('granted sites', () => {
  it('are told apart by who put them there', () => {
    const lists = siteLists(catalogue.consoles, ['https://office.hiworks.com/*', 'https://mail.kim.kr/*']);
    expect(lists.consoles.map(({ addresses }) => addresses)).toEqual([['https://office.hiworks.com/*'], []]);
    expect(lists.added).toEqual(['https://mail.kim.kr/*']);
    expect(siteName('https://mail.kim.kr/*')).toBe('mail.kim.kr');
    expect(siteName('*://*.kim.kr/*')).toBe('*.kim.kr');
  });
});

describe('the address of a bundle', () => {
  it.each([
    ['https://help.example.com/bundle', 'https://help.example.com/bundle/'],
    [' https://help.example.com/bundle/ ', 'https://help.example.com/bundle/'],
    ['http://127.0.0.1:4810/bundle/', 'http://127.0.0.1:4810/bundle/'],
    ['http://help.example.com/bundle/', null],
    ['https://me:secret@help.example.com/', null],
    ['https://help.example.com/?a=1', null],
    ['javascript:alert(1)', null],
    ['help', null],
    ['', null],
  ])('%s', (typed, address) => expect(bundleAddress(typed)).toBe(address));
});

describe('what the side panel is wanted for', () => {
  const shelf = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  };
  it('is taken once', () => {
    const one = shelf();
    want({ view: 'inquiry', summary: '스팸' }, 1_000, one);
    expect(takeWanted(1_500, one)).toEqual({ view: 'inquiry', summary: '스팸' });
    expect(takeWanted(1_600, one)).toBeNull();
  });
  it('is forgotten when the panel did not open', () => {
    const one = shelf();
    want({ view: 'steps' }, 1_000, one);
    expect(takeWanted(60_000, one)).toBeNull();
  });
});

describe('what became of an inquiry', () => {
  const queued: QueuedInquiry = {
    id: '1',
    summary: '',
    state: 'waiting',
    receipt: null,
    error: null,
    nextAttempt: null,
  };
  const receipt = { id: '1', number: '2026-000001', received: '2026-11-21T00:00:00Z', hash: '0' };
  it('is received only with a receipt', () => {
    expect(outcomeOf({ ...queued, state: 'received', receipt })).toEqual({ state: 'received', receipt });
    expect(outcomeOf({ ...queued, state: 'received' }).state).toBe('kept');
    expect(outcomeOf({ ...queued, state: 'sending' }).state).toBe('kept');
    const error = { code: 'too-long', message: '너무 깁니다' };
    expect(outcomeOf({ ...queued, state: 'refused', error })).toEqual({ state: 'refused', error });
  });
});

describe('diagnostics', () => {
  it('say what is in use, and sites of one’s own only as a number', () => {
    const text = diagnostics({
      extension: '0.1.0',
      browser: 'X',
      lang: 'ko',
      bundleUrl: 'https://help.example.com/bundle/',
      bundle: { ...bundle, stale: true, problem: 'older' },
      sites: { builtIn: ['https://office.hiworks.com/*'], added: 2 },
      inquiries: [{ state: 'waiting' }, { state: 'received' }, { state: 'waiting' }],
    });
    expect(text).toContain('synced 3');
    expect(text).toContain('stale');
    expect(text).toContain('problem: older');
    expect(text).toContain('added: 2');
    expect(text).toContain('waiting 2, received 1');
  });
});
