import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { EmbeddingSite } from './support/embedding-site.ts';
import type { WidgetPage } from './support/widget.ts';

const site = EmbeddingSite.ofFile();
let form: WidgetPage;

afterEach(async () => {
  await form.close();
});

describe('an inquiry from <giljabi-inquiry>', () => {
  it('keeps a draft over a reload, sends it, and shows the number of the receipt', async () => {
    form = await site.open();
    await form.fill();
    await form.says('.gj-submit', '임시 저장됨');
    await form.page.reload();
    await form.says('.gj-submit', '임시 저장됨');
    expect(await (await form.field('detail')).evaluate((area) => area.value)).toBe(
      '어제부터 거래처 메일이 오지 않습니다.',
    );
    // Consent is never remembered for somebody.
    expect(await (await form.field('consent')).evaluate((box) => box.checked)).toBe(false);
    await form.agree();
    await form.press('제출');
    expect(await form.text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
    await form.axe();
    const [[name, detail]] = (await form.events(1)) as [[string, Record<string, unknown>]];
    expect(name).toBe('received');
    expect(detail.number).toBe(await form.text('.gj-number strong'));
    await form.press('새 문의 쓰기');
    expect(await (await form.field('summary')).evaluate((input) => input.value)).toBe('');
  });

  it('sends a composed sentence once, whole, by one Enter on its last syllable', async () => {
    form = await site.open();
    const posts: string[] = [];
    form.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/api/inquiries')) posts.push(request.url());
    });
    await form.fill();
    const summary = await form.field('summary');
    await summary.evaluate((input) => input.select());
    await summary.focus();
    for (const [states, done] of [
      [['ㅁ', '메', '멩', '메이', '메일'], '메일이'],
      [['ㅇ', '아', '안'], ' 안'],
      [['ㄷ', '도', '돼', '돼요'], ' 돼요'],
    ] as const) {
      for (const text of states)
        await form.cdp.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
      if (done === ' 돼요')
        await form.cdp.send('Input.dispatchKeyEvent', {
          type: 'rawKeyDown',
          key: 'Process',
          code: 'Enter',
          windowsVirtualKeyCode: 229,
        });
      await form.cdp.send('Input.insertText', { text: done });
    }
    expect(await summary.evaluate((input) => input.value)).toBe('메일이 안 돼요');
    await form.page.keyboard.press('Enter');
    expect(await form.text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
    expect((await form.events(1)).map(([name]) => name)).toEqual(['received']);
    expect(posts).toHaveLength(1);
  });

  it('keeps an inquiry that cannot be sent, and sends it when the desk is back', async () => {
    form = await site.open();
    await form.fill();
    await form.says('.gj-submit', '임시 저장됨');
    await site.desk.stop();
    await form.press('제출');
    await form.says('.gj-outcome h2', '아직 보내지 못했습니다');
    await form.axe();
    await site.restartDesk();
    await form.press('지금 다시 보내기');
    expect(await form.text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
  });

  it.each([
    [
      'a changed manifest',
      async () =>
        writeFile(
          path.join(site.copy, 'manifest.json'),
          `${await readFile(path.join(site.copy, 'manifest.json'), 'utf8')} `,
        ),
      'signature-wrong',
    ],
    [
      'a changed part',
      async () => {
        for (const name of await readdir(path.join(site.copy, 'parts')))
          await writeFile(path.join(site.copy, 'parts', name), '{}');
      },
      'part-wrong',
    ],
    ['no bundle at all', async () => rm(path.join(site.copy, 'manifest.json')), 'unreachable'],
  ])('with %s says so once and still sends', async (_name, damage, code) => {
    await damage();
    site.element = `<giljabi-inquiry bundle="${site.url}bundle/"></giljabi-inquiry>`;
    form = await site.open();
    await form.fill();
    expect((await form.page.$$('>>> .gj-notice')).length).toBe(1);
    expect(await form.text('.gj-notice')).toContain('문의는 그대로 보낼 수 있습니다');
    await form.page.waitForSelector('>>> .gj-suggestions', { hidden: true });
    await form.axe();
    await form.press('제출');
    expect(await form.text('.gj-number strong')).toMatch(/^\d{4}-\d{6}$/);
    expect((await form.events(2)).map(([event, detail]) => [event, detail.code])).toEqual([
      ['problem', code],
      ['received', undefined],
    ]);
  });
});
