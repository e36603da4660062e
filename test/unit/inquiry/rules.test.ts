import { describe, expect, it } from 'vitest';
import { checkInquiry, fileExtension, type InquiryDraft } from '../../../shared/inquiry/index.ts';
import { CONSENT, LIMITS } from './samples.ts';

const GOOD: InquiryDraft = {
  email: 'kim@example.co.kr',
  summary: '요약',
  company: '회사',
  phone: '',
  detail: '첫 줄\n\t둘째 줄',
  consent: { version: 2 },
  files: [{ name: '화면.PNG', size: 100_000 }],
};

/** `field code` of every problem of the good draft with these parts replaced. */
const problems = (over: Partial<InquiryDraft>) =>
  checkInquiry({ ...GOOD, ...over }, LIMITS, CONSENT).map(({ field, code }) => `${field} ${code}`);
const file = (name: string, size = 1) => ({ name, size });

describe('a draft', () => {
  it('in order has no problem', () => expect(problems({})).toEqual([]));

  it('that is empty names every required field in the order of the form', () => {
    const empty = { email: '', summary: '', company: '', phone: '', detail: '', consent: null, files: [] };
    expect(problems(empty)).toEqual([
      'email empty',
      'summary empty',
      'company empty',
      'detail empty',
      'consent consent-missing',
    ]);
  });

  it.each([' ', '\u200b\u200d', '\u3164', '\ufeff \u00a0'])(
    'of nothing visible counts as empty: %j',
    (text) => {
      expect(problems({ summary: text })).toEqual(['summary empty']);
    },
  );

  it.each(['a@b.co', ' kim@example.com ', 'k.i-m+tag@sub.example.co.kr', "o'neil@xn--3e0b707e.kr"])(
    'may have the address %s',
    (email) => expect(problems({ email })).toEqual([]),
  );
  it.each([
    'kim',
    'kim@',
    '@a.kr',
    'kim@mail',
    'kim@a..kr',
    'a b@c.kr',
    'kim@-a.kr',
    '김@example.kr',
    'a@b.kr, c@d.kr',
  ])('may not have the address %s', (email) => expect(problems({ email })).toEqual(['email email']));

  it.each(['', '02-1234-5678', '+82 (0)2 1234 5678', '1588-0000 내선 12'])(
    'may have the phone number %j',
    (phone) => expect(problems({ phone })).toEqual([]),
  );
  it.each(['없음', '123'])('may not have the phone number %j', (phone) =>
    expect(problems({ phone })).toEqual(['phone phone']),
  );

  it('is as long as it may be, and not one longer', () => {
    expect(
      problems({ summary: '가'.repeat(200), detail: '가'.repeat(20_000), company: '가'.repeat(100) }),
    ).toEqual([]);
    expect(
      problems({ summary: '가'.repeat(201), detail: '가'.repeat(20_001), company: '가'.repeat(101) }),
    ).toEqual(['summary too-long', 'company too-long', 'detail too-long']);
    const [problem] = checkInquiry({ ...GOOD, summary: '가'.repeat(201) }, LIMITS, CONSENT);
    expect(problem?.data).toEqual({ limit: 200, length: 201 });
  });

  it('has no characters that cannot be kept', () => {
    expect(
      problems({ summary: 'a\u0000', company: 'a\nb', detail: 'a\u001b[2J', phone: '02-1234-567\u0007' }),
    ).toEqual(['summary characters', 'company characters', 'phone characters', 'detail characters']);
    expect(problems({ detail: '\ud800 절반' })).toEqual(['detail characters']);
  });

  it('is agreed to in the version that is shown', () => {
    expect(problems({ consent: { version: 1 } })).toEqual(['consent consent-outdated']);
  });
});

describe('files', () => {
  const check = (...files: InquiryDraft['files']) => problems({ files });

  it('are few enough', () => {
    expect(check(file('a.png'), file('b.png'), file('c.png'))).toEqual([]);
    expect(check(file('a.png'), file('b.png'), file('c.png'), file('d.png'))).toEqual([
      'files too-many-files',
    ]);
  });
  it('are small enough, each and together', () => {
    expect(check(file('a.png', 100_000), file('b.png', 100_000))).toEqual([]);
    expect(check(file('a.png', 100_001))).toEqual(['files file-too-large']);
    expect(check(file('a.png', 100_000), file('b.png', 100_000), file('c.png'))).toEqual([
      'files files-too-large',
    ]);
  });
  it.each(['a.exe', 'a.png.exe', 'a', '.png', 'a.', 'a.png '])('are not of another type: %s', (name) =>
    expect(check(file(name))).toEqual(['files file-type']),
  );
  it.each(['', ' ', 'a\nb.png', 'a\u0000.png', `${'a'.repeat(200)}.png`])('have a name: %j', (name) =>
    expect(check(file(name))).toEqual(['files file-name']),
  );
  it('are told apart by name', () => {
    const found = checkInquiry({ ...GOOD, files: [file('a.png'), file('b.exe')] }, LIMITS, CONSENT);
    expect(found[0]?.data).toEqual({ name: 'b.exe', types: 'png, txt, log, eml' });
  });
  it('end with their type', () => {
    expect(['가.PNG', 'a.tar.gz', 'README', '.env', 'a.'].map(fileExtension)).toEqual([
      'png',
      'gz',
      '',
      '',
      '',
    ]);
  });
});
