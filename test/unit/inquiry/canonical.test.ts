import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  canonicalJson,
  consentHash,
  inquiryHash,
  makeInquiry,
  pageAddress,
  parseInquiry,
  sha256Hex,
} from '../../../shared/inquiry/index.ts';
import { CONSENT, sampleInquiry } from './samples.ts';

/** The same value with the keys of every object in reverse. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, reversed(member)]));
}

describe('canonical JSON', () => {
  it('orders keys by UTF-16 code units, as the example of RFC 8785', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    const text = canonicalJson(value);
    const inOrder = Object.values(value).sort((a, b) => text.indexOf(a) - text.indexOf(b));
    expect(inOrder.map((name) => name.split(' ')[0])).toEqual([
      'Carriage',
      'One',
      'Control',
      'Latin',
      'Euro',
      'Emoji:',
      'Hebrew',
    ]);
  });

  it('writes numbers and texts as RFC 8785 does', () => {
    const value = {
      numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0],
      string: '\u20ac$\u000f\nA\'B"\\\\"/',
    };
    expect(canonicalJson(value)).toBe(
      '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('is one for equal values and carries the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(canonicalJson(reversed(plain))).toBe(canonicalJson(plain));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, undefined, [undefined]])('does not carry %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

describe('hashes', () => {
  it('are SHA-256 in hex', async () => {
    expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  it('change with every notice of a consent, not with the order of its keys', async () => {
    const hash = await consentHash(CONSENT);
    expect(await consentHash(reversed(CONSENT) as typeof CONSENT)).toBe(hash);
    const [row] = CONSENT.rows;
    for (const other of [
      { ...CONSENT, version: 3 },
      { ...CONSENT, refusal: '' },
      { ...CONSENT, retentionDays: 1 },
      { ...CONSENT, rows: [{ ...row!, purpose: '광고' }] },
    ])
      expect(await consentHash(other)).not.toBe(hash);
  });

  it('change with every part of an inquiry', async () => {
    const inquiry = await sampleInquiry({}, [new File(['a'], 'a.txt')]);
    const hash = await inquiryHash(inquiry);
    for (const key of Object.keys(inquiry)) {
      const other = { ...inquiry, [key]: 'x' };
      expect(await inquiryHash(other as typeof inquiry)).not.toBe(hash);
    }
    expect(await inquiryHash(JSON.parse(JSON.stringify(inquiry)))).toBe(hash);
  });
});

describe('what the form sends', () => {
  it('is clean, whatever was typed or pasted', () => {
    return fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const sample = await sampleInquiry();
        const inquiry = await makeInquiry({
          ...sample,
          fields: { ...sample, summary: text, detail: text, company: text, phone: text },
          files: [],
        });
        expect(parseInquiry(JSON.parse(JSON.stringify(inquiry)))).toEqual(inquiry);
      }),
    );
  });

  it('names files by their bytes', async () => {
    const sample = await sampleInquiry();
    const files = [
      new File(['abc'], 'a\u0000.txt', { type: 'text/plain' }),
      new File([], 'b', { type: '???' }),
    ];
    const inquiry = await makeInquiry({ ...sample, fields: sample, files });
    expect(inquiry.files).toEqual([
      { name: 'a.txt', type: 'text/plain', size: 3, hash: await sha256Hex('abc') },
      { name: 'b', type: 'application/octet-stream', size: 0, hash: await sha256Hex('') },
    ]);
  });

  it.each([
    ['https://user:pw@a.example:8443/b/c?token=1#x', 'https://a.example:8443/b/c'],
    ['chrome-extension://abc/panel.html', null],
    ['about:blank', null],
    ['nonsense', null],
    [`https://a.example/${'x'.repeat(2000)}`, null],
    [null, null],
  ])('says the page as %.60s -> %s', (address, page) => expect(pageAddress(address)).toBe(page));
});
