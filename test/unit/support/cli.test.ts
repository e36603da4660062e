import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerInquiries } from '../../../desk/intake/index.ts';
import { announceDesk } from '../../../desk/intake/presence.ts';
import { findCase } from '../../../desk/support/cases.ts';
import { registerSupport } from '../../../desk/support/index.ts';
import { addInquiry, serveSupport } from './served.ts';

describe('support at the command line, while a desk has the store open', () => {
  let desk: Awaited<ReturnType<typeof serveSupport>>;
  beforeAll(async () => {
    process.env.GILJABI_LANG = 'ko';
    desk = await serveSupport();
    await announceDesk(desk.place.dataDir, { url: desk.url, token: 'of-this-desk' });
  }, 120_000);
  afterAll(() => desk?.close());

  async function run(args: string[], input = ''): Promise<string> {
    let written = '';
    const program = new Command().exitOverride();
    registerInquiries(program, { place: () => desk.place });
    registerSupport(program, {
      place: () => desk.place,
      write: (text) => {
        written += text;
      },
      read: async () => input,
    });
    await program.parseAsync(['inquiries', ...args], { from: 'user' });
    return written;
  }

  it('answers, says who looks after it, closes and opens again', async () => {
    const { inquiry, number } = await addInquiry(desk.store);
    const now = () => findCase(desk.store.database, inquiry.id);
    expect(await run(['reply', number, '--by', '박지원'], '확인했습니다\n')).toContain(
      `${number}에 답변했습니다`,
    );
    expect((await now())?.replies).toMatchObject([{ by: 'support', author: '박지원', text: '확인했습니다' }]);
    await run(['assign', number, '이서연']);
    await run(['close', inquiry.id]);
    expect(await now()).toMatchObject({ assignee: '이서연', state: 'closed' });
    await run(['reopen', number]);
    expect((await now())?.state).toBe('waiting');
    await run(['reply', number, '--text', '해결되었습니다', '--close']);
    expect((await now())?.state).toBe('closed');
  });

  it('names what is wrong and how to mend it', async () => {
    const { number } = await addInquiry(desk.store);
    await expect(run(['reply', '2026-999999', '--text', 'x'])).rejects.toThrow('inquiries list');
    await expect(run(['reply', number], ' \n')).rejects.toThrow('--text');
  });
});
