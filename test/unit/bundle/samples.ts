import { webcrypto } from 'node:crypto';
import type { Article } from '../../../shared/article/index.ts';
import {
  type Catalogue,
  type Manifest,
  type PartRef,
  sha256,
  type Trust,
  type TrustedKey,
  toBase64,
} from '../../../shared/bundle/index.ts';
import type { Guide } from '../../../shared/guide/index.ts';
import { CONSENT, LIMITS } from '../inquiry/samples.ts';

export const NOW = new Date('2026-11-21T09:00:00Z');

export interface Signer extends TrustedKey {
  /** A line of `manifest.sig`. */
  line(bytes: Uint8Array): Promise<string>;
}

export async function signer(): Promise<Signer> {
  const { privateKey, publicKey } = (await webcrypto.subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as webcrypto.CryptoKeyPair;
  const raw = new Uint8Array(await webcrypto.subtle.exportKey('raw', publicKey));
  const id = (await sha256(raw)).slice(0, 16);
  return {
    id,
    key: toBase64(raw),
    async line(bytes) {
      const signature = await webcrypto.subtle.sign('Ed25519', privateKey, new Uint8Array(bytes));
      return `ed25519 ${id} ${toBase64(new Uint8Array(signature))}\n`;
    },
  };
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const json = (value: unknown): Uint8Array => utf8(JSON.stringify(value));

export async function refOf(name: string, bytes: Uint8Array): Promise<PartRef> {
  return { name, hash: await sha256(bytes), size: bytes.byteLength };
}

export async function sampleManifest(key: TrustedKey, over: Partial<Manifest> = {}): Promise<Manifest> {
  return {
    format: 1,
    key: key.id,
    version: 7,
    published: '2026-11-01T00:00:00.000Z',
    expires: '2027-01-30T00:00:00.000Z',
    parts: [
      await refOf('catalogue', json(sampleCatalogue())),
      await refOf('article/secure-mail', json(sampleArticle())),
      await refOf('guide/secure-mail', json(sampleGuide())),
      await refOf('search', new Uint8Array([1, 2, 3])),
    ],
    ...over,
  };
}

export const trust = (keys: TrustedKey[], over: Partial<Trust> = {}): Trust => ({
  keys,
  floor: {},
  now: NOW,
  ...over,
});

export const sampleArticle = (over: Partial<Article> = {}): Article => ({
  id: 'secure-mail',
  lang: 'ko',
  title: '보안 메일 켜기',
  description: '첨부 파일을 암호로 보호합니다.',
  console: 'hiworks',
  category: 'security',
  audience: 'admin',
  tags: ['보안'],
  keywords: ['암호 메일'],
  updated: '2026-11-20',
  related: ['password'],
  blocks: [
    { t: 'heading', level: 2, id: 'on', kids: [{ t: 'text', text: '켜기' }] },
    {
      t: 'list',
      ordered: true,
      items: [
        { marker: '1.', kids: [{ t: 'para', kids: [{ t: 'label', path: ['메일 관리', '보안 메일'] }] }] },
      ],
    },
    { t: 'para', kids: [{ t: 'link', href: 'article:password#rules', kids: [{ t: 'text', text: '암호' }] }] },
    { t: 'image', src: 'img/on.png', alt: '켠 화면' },
  ],
  guides: ['secure-mail'],
  ...over,
});

export const sampleGuide = (over: Partial<Guide> = {}): Guide => ({
  id: 'secure-mail',
  article: 'secure-mail',
  lang: 'ko',
  title: '보안 메일 켜기',
  console: 'hiworks',
  steps: [
    {
      id: 's1',
      action: 'check',
      labels: ['보안 메일'],
      within: [],
      value: null,
      optional: false,
      alternative: null,
      caution: null,
      danger: 'everyone',
      text: [{ t: 'text', text: '켭니다.' }],
      unsure: null,
      done: { kind: 'on' },
      recorded: null,
      line: 12,
    },
  ],
  outcome: [{ kind: 'step', step: 's1' }],
  ...over,
});

export const sampleCatalogue = (over: Partial<Catalogue> = {}): Catalogue => ({
  lounge: {
    name: '고객케어 라운지',
    greeting: '안녕하세요',
    publisher: '고객케어팀',
    categories: [{ id: 'security', title: { ko: '보안', en: 'Security' }, children: [] }],
    manual: 'secure-mail',
    faq: ['secure-mail'],
    contact: { email: 'help@example.com', phone: '', hours: '' },
    consent: CONSENT,
    limits: LIMITS,
    desk: { url: 'https://desk.example', receiptKey: 'AAAA' },
  },
  consoles: [
    {
      id: 'hiworks',
      name: { ko: '하이웍스' },
      addresses: ['https://*.hiworks.example/*'],
      recognise: { title: [], text: ['하이웍스 관리'] },
      home: null,
      labels: [['저장', 'Save']],
    },
  ],
  articles: [
    {
      id: 'secure-mail',
      lang: 'ko',
      title: '보안 메일 켜기',
      description: '첨부 파일을 암호로 보호합니다.',
      console: 'hiworks',
      category: 'security',
      audience: 'admin',
      updated: '2026-11-20',
      guides: ['secure-mail'],
    },
  ],
  guides: [
    {
      id: 'secure-mail',
      article: 'secure-mail',
      title: '보안 메일 켜기',
      console: 'hiworks',
      steps: 1,
      start: ['보안 메일'],
    },
  ],
  ...over,
});
