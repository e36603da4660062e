import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryOutbox, memoryOutbox } from '../../../shared/inquiry/index.ts';
import { type Queue, queue } from '../../../widget/queue.ts';
import { sampleInquiry } from '../inquiry/samples.ts';

let disk: MemoryOutbox;
let memory: MemoryOutbox;
let line: Queue;
/** Whether the courier was told to send what is not due, too, press by press. */
let runs: boolean[];

const named = (id: string, summary: string) => sampleInquiry({ id, summary, files: [] });
const FIRST = await named('11111111-1111-4111-8111-111111111111', '메일이 오지 않습니다');
const SECOND = await named('22222222-2222-4222-8222-222222222222', '승인 메일을 찾습니다');
const listed = async () => (await line.list()).map(({ inquiry }) => inquiry.summary);

beforeEach(() => {
  disk = memoryOutbox('disk');
  memory = memoryOutbox('memory');
  runs = [];
  line = queue(disk, memory, { run: async (force = false) => void runs.push(force) });
});

describe('what waits to be received', () => {
  it('does not name the one that the form speaks of, until the form speaks of another', async () => {
    let told = 0;
    line.subscribe(() => told++);
    await line.keep(FIRST, [], '');
    expect(await listed()).toEqual([]);
    const before = told;
    line.leave();
    expect(told).toBeGreaterThan(before);
    expect(await listed()).toEqual([FIRST.summary]);
    await line.keep(SECOND, [], '');
    expect(await listed()).toEqual([FIRST.summary]);
  });

  it('names what only the page holds, and nothing twice', async () => {
    await memory.put(FIRST, [], 1);
    await disk.put(SECOND, [], 2);
    await disk.put(FIRST, [], 1);
    expect(await listed()).toEqual([FIRST.summary, SECOND.summary]);
  });

  it('leaves a refused one that is being mended to the form', async () => {
    const entry = await disk.put(FIRST, []);
    await disk.update({ ...entry, state: 'refused', error: { code: 'phone', message: 'x' } });
    expect(await listed()).toEqual([FIRST.summary]);
    await disk.saveDraft({ id: FIRST.id, fields: {}, files: [], saved: 1 });
    expect(await listed()).toEqual([]);
  });

  it('takes nothing back while it is being sent', async () => {
    const entry = await disk.put(FIRST, []);
    await disk.update({ ...entry, state: 'sending' });
    expect(await line.takeBack(FIRST.id)).toBeNull();
    expect(await listed()).toEqual([FIRST.summary]);
  });

  it.each([
    ['tried before', { state: 'waiting', attempts: 3, nextAttempt: 7_000, reason: 'busy', error: null }],
    ['refused', { state: 'refused', attempts: 1, error: { code: 'phone', message: 'x' } }],
  ] as const)('gives back what was taken as it was: %s', async (_name, part) => {
    const kept = { ...(await disk.put(FIRST, [], 5_000, 'filled in')), ...part };
    await disk.update(kept);
    const taken = await line.takeBack(FIRST.id);
    expect(await listed()).toEqual([]);
    await line.putBack(taken!);
    expect(await line.list()).toEqual([kept]);
    // So that it is sent when it is due.
    expect(runs).toEqual([false]);
  });
});
