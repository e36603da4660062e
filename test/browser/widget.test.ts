import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EmbeddingSite } from './support/embedding-site.ts';
import type { WidgetPage } from './support/widget.ts';

const site = EmbeddingSite.ofFile();
let form: WidgetPage;

afterEach(async () => {
  await form.close();
});

describe('<giljabi-inquiry> on a strict page', () => {
  it('keeps its root closed, sets no cookie and reads the signed bundle', async () => {
    site.element = '<giljabi-inquiry email="lee@company.co.kr"></giljabi-inquiry>';
    form = await site.open(true);
    const found = await form.page.waitForSelector('aria/문의 요약');
    expect(found).not.toBeNull();
    expect(await form.page.evaluate(() => document.querySelector('giljabi-inquiry')?.shadowRoot)).toBeNull();
    expect(await form.page.browserContext().cookies()).toEqual([]);
    expect(await form.events(0)).toEqual([]);
  });

  it('suggests at every input event, also while a syllable is being composed', async () => {
    form = await site.open();
    await (await form.field('summary')).click();
    for (const composed of ['ㅅ', '스', '슾', '스패', '스팸', '스팸ㅁ', '스팸메', '스팸메이', '스팸메일'])
      await form.cdp.send('Input.imeSetComposition', {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      });
    // Nothing was committed yet: the composition is still open.
    expect(await form.text('.gj-suggestions')).toContain('스팸');
    await form.axe();
  });

  it('shows a document in place, and lets the person say that it was enough', async () => {
    form = await site.open();
    await form.type('summary', 'too many recipient');
    await (await form.page.waitForSelector('>>> .gj-suggestions [data-hit]'))!.click();
    expect(await form.text('.gj-preview h2')).toContain('too many recipient');
    await form.page.waitForSelector('>>> .gj-preview .gj-article p');
    await form.axe();
    const counted = form.page.waitForResponse(
      (each) => each.url().endsWith('/api/solved') && each.request().method() === 'POST',
    );
    await form.press('네, 해결되었습니다');
    await form.says('.gj-outcome h2', '해결되어 다행입니다');
    expect((await counted).status()).toBe(204);
    expect(JSON.parse((await counted).request().postData() ?? '')).toEqual({
      article: 'tmse-too-many-recipients',
    });
    expect(await form.events(1)).toEqual([['solved', { article: 'tmse-too-many-recipients' }]]);
    await form.axe();
    // The draft is gone: a new visit starts empty.
    await form.page.reload();
    expect(await (await form.field('summary')).evaluate((input) => input.value)).toBe('');
  });

  it('names every problem, goes to the first, and takes the word back when it is mended', async () => {
    form = await site.open();
    await (await form.field('email')).click();
    await form.press('제출');
    const first = () =>
      form.page.evaluate(() => {
        const input = document.querySelector('giljabi-inquiry')?.shadowRoot
          ?.activeElement as HTMLInputElement;
        const root = input.getRootNode() as ShadowRoot;
        const said = (input.getAttribute('aria-describedby') ?? '')
          .split(' ')
          .map((id) => root.getElementById(id)?.textContent ?? '');
        return { name: input.name, invalid: input.getAttribute('aria-invalid'), said: said.join(' ') };
      });
    await form.page.waitForSelector('>>> .gj-error');
    expect(await first()).toMatchObject({
      name: 'email',
      invalid: 'true',
      said: expect.stringContaining('이메일 주소를 적어 주세요.'),
    });
    expect((await form.page.$$('>>> .gj-error')).length).toBe(5);
    await form.axe();
    await form.page.keyboard.type('kim@company.co.kr');
    expect((await form.page.$$('>>> .gj-error')).length).toBe(4);
    await form.page.keyboard.press('Enter');
    await form.page.waitForFunction(
      () =>
        (document.querySelector('giljabi-inquiry')?.shadowRoot?.activeElement as HTMLInputElement)?.name ===
        'summary',
    );
  });

  it('takes files by button, by drop and by paste, and says why one is not taken', async () => {
    form = await site.open();
    const chooser = await form.page.waitForSelector('>>> input[type=file]');
    const good = path.join(site.copy, 'screen.png');
    await writeFile(good, new Uint8Array([137, 80, 78, 71]));
    const bad = path.join(site.copy, 'tool.exe');
    await writeFile(bad, 'MZ');
    await (chooser as unknown as { uploadFile(...files: string[]): Promise<void> }).uploadFile(good, bad);
    expect(await form.text('.gj-files')).toContain('screen.png');
    expect(await form.text('.gj-error')).toContain('tool.exe는 올릴 수 없는 형식입니다.');
    await form.page.evaluate(() => {
      const root = document.querySelector('giljabi-inquiry')?.shadowRoot as ShadowRoot;
      const give = (
        name: string,
        file: string,
        kind: typeof DragEvent | typeof ClipboardEvent,
        at: string,
      ) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], file, { type: file.endsWith('png') ? 'image/png' : 'text/plain' }));
        const init = {
          bubbles: true,
          cancelable: true,
          composed: true,
          dataTransfer: data,
          clipboardData: data,
        };
        root.querySelector(at)?.dispatchEvent(new kind(name, init));
      };
      give('drop', 'mail.log', DragEvent, '.gj-drop');
      give('paste', 'image.png', ClipboardEvent, '.gj-detail');
    });
    await form.page.waitForFunction(
      () =>
        document.querySelector('giljabi-inquiry')?.shadowRoot?.querySelectorAll('.gj-files li').length === 3,
    );
    expect(await form.text('.gj-files')).toMatch(/mail\.log[\s\S]*화면 갈무리 \d{6}\.png/);
    await (await form.page.waitForSelector('>>> [aria-label="screen.png 첨부 취소"]'))!.click();
    expect(await form.text('.gj-files')).not.toContain('screen.png');
    await form.axe();
  });
});
