import { readFile, stat } from 'node:fs/promises';
import { stringify } from 'yaml';
import { Expected } from '../say.ts';
import { type Picture, toMarkdown } from './html-to-markdown.ts';
import { parsePage } from './html-tree.ts';

/** A help-centre page is text; anything larger is not one. Bytes. */
const LARGEST = 8 * 1024 * 1024;
/** Milliseconds. */
const PATIENCE = 20_000;

export interface Imported {
  markdown: string;
  pictures: Picture[];
}

/** Reads a Zendesk Guide article (JSON) or a saved page (HTML) from an address or a file. */
export async function importManual(source: string): Promise<Imported> {
  const web = /^https?:\/\//iu.test(source);
  const text = web ? await download(source) : await load(source);
  return convert(text, web ? source : null);
}

/** The same for text that is at hand already. */
export function convert(text: string, address: string | null): Imported {
  const article = zendesk(text);
  if (article) {
    const { markdown, pictures } = toMarkdown(
      parsePage(`<article>${article.body}</article>`).body,
      article.html_url ?? address,
    );
    return {
      markdown: head(article.title, article.locale, article.html_url ?? address) + markdown,
      pictures,
    };
  }
  if (!/<[a-z!][^>]*>/iu.test(text)) {
    throw new Expected({
      ko: '도움말 글이 아닙니다. Zendesk 글 JSON이나 저장한 HTML 페이지를 주세요.',
      en: 'This is no help-centre article: give a Zendesk article (JSON) or a saved HTML page.',
    });
  }
  const page = parsePage(text);
  const { markdown, pictures } = toMarkdown(page.body, address);
  return { markdown: head(page.title ?? '', page.lang, address) + markdown, pictures };
}

interface Zendesk {
  title: string;
  body: string;
  locale: string | null;
  html_url: string | null;
}

function zendesk(text: string): Zendesk | null {
  if (!text.trimStart().startsWith('{')) return null;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw new Expected({
      ko: 'JSON이 온전하지 않습니다. 다시 내려받아 주세요.',
      en: 'The JSON is not complete; download it again.',
    });
  }
  const article = ((data as { article?: unknown }).article ?? data) as Record<string, unknown>;
  if (typeof article.body !== 'string') {
    throw new Expected({
      ko: 'JSON에 글 본문(article.body)이 없습니다.',
      en: 'The JSON has no article.body.',
    });
  }
  const word = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    title: word(article.title) ?? '',
    body: article.body,
    locale: word(article.locale),
    html_url: word(article.html_url),
  };
}

/** Front matter to go on from; what only a person knows is left out and `giljabi check` asks for it. */
function head(title: string, locale: string | null, source: string | null): string {
  const lang = locale?.slice(0, 2).toLowerCase();
  const fields = { title, ...(lang && { lang }), draft: true };
  return `---\n${stringify(fields)}---\n\n${source ? `<!-- ${source.replace(/--+/gu, '-')} -->\n\n` : ''}`;
}

async function download(address: string): Promise<string> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE), redirect: 'follow' });
    if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
    if (Number(answer.headers.get('content-length') ?? 0) > LARGEST) throw new Error('too large');
    const text = await answer.text();
    if (text.length > LARGEST) throw new Error('too large');
    return text;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Expected({
      ko: `${address}을(를) 받지 못했습니다(${reason}).`,
      en: `Could not fetch ${address} (${reason}).`,
    });
  }
}

async function load(file: string): Promise<string> {
  try {
    if ((await stat(file)).size > LARGEST) throw Object.assign(new Error('too large'), { code: 'EFBIG' });
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    throw new Expected({
      ko: `${file}을(를) 읽을 수 없습니다(${reason}).`,
      en: `Cannot read ${file} (${reason}).`,
    });
  }
}
