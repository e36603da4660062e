import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  asChallengeAnswer,
  CHALLENGE_PATH,
  type Challenge,
  decodeProof,
  PROOF_HEADER,
  proofOf,
  sendOnce,
} from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../inquiry/samples.ts';
import { post, refusal, secondDesk, startDesk } from './desk.ts';

const TERMS = { cost: 10, tries: 20, life: 60_000 };
let desk: Awaited<ReturnType<typeof startDesk>>;
let time = Date.now();
beforeAll(async () => {
  desk = await startDesk({ proof: TERMS, now: () => time });
}, 60_000);
afterAll(() => desk.stop(), 60_000);

async function challengeFor(id: string, url = desk.url): Promise<Challenge | null> {
  const answer = asChallengeAnswer(await (await fetch(`${url}${CHALLENGE_PATH}?inquiry=${id}`)).json());
  return answer!.challenge;
}
const proofFor = async (id: string) => (await proofOf((await challengeFor(id))!))!;
/** The proof with parts of its challenge replaced. */
function forged(proof: string, over: Partial<Challenge['parameters']>): string {
  const { challenge, solution } = decodeProof(proof)!;
  const parameters = { ...challenge.parameters, ...over };
  return btoa(JSON.stringify({ challenge: { ...challenge, parameters }, solution }));
}

describe('a proof of work', () => {
  it('lets its inquiry in', async () => {
    const inquiry = await sampleInquiry();
    const answer = await post(desk.url, inquiry, [], { [PROOF_HEADER]: await proofFor(inquiry.id) });
    expect(answer.status).toBe(201);
  });

  it.each<[string, (id: string) => Promise<string | null>]>([
    ['is needed', async () => null],
    ['is no word', async () => 'abc'],
    ['counts for one inquiry only', async () => proofFor(crypto.randomUUID())],
    [
      'cannot be rewritten for another',
      async (id) => forged(await proofFor(crypto.randomUUID()), { data: { inquiry: id } }),
    ],
    ['cannot be given longer life', async (id) => forged(await proofFor(id), { expiresAt: 4_000_000_000 })],
    ['cannot be made easier', async (id) => forged(await proofFor(id), { cost: 1, keyPrefix: '00' })],
    [
      'has to be done, not only asked for',
      async (id) =>
        btoa(
          JSON.stringify({
            challenge: await challengeFor(id),
            solution: { counter: 1, derivedKey: '00'.repeat(32) },
          }),
        ),
    ],
  ])('%s', async (_, proof) => {
    const inquiry = await sampleInquiry();
    const before = (await desk.store.list({ limit: 1000 })).length;
    const answer = await post(desk.url, inquiry, [], { [PROOF_HEADER]: await proof(inquiry.id) });
    expect(await refusal(answer)).toBe('403 proof');
    expect(await desk.store.list({ limit: 1000 })).toHaveLength(before);
  });

  it('used again brings the receipt of the first time, and no second text', async () => {
    const inquiry = await sampleInquiry();
    const headers = { [PROOF_HEADER]: await proofFor(inquiry.id) };
    const first = await (await post(desk.url, inquiry, [], headers)).json();
    expect(await (await post(desk.url, inquiry, [], headers)).json()).toEqual(first);
    expect(await refusal(await post(desk.url, { ...inquiry, detail: '다른 글' }, [], headers))).toBe(
      '422 conflict',
    );
  });

  it('is good for as long as the clock of the desk says', async () => {
    const inquiry = await sampleInquiry();
    const headers = { [PROOF_HEADER]: await proofFor(inquiry.id) };
    time += 61_000;
    expect(await refusal(await post(desk.url, inquiry, [], headers))).toBe('403 proof');
  });

  it('made at one desk counts at another on the same database, and after a restart', async () => {
    const { store } = desk;
    const secret = await store.secret('proof', () => 'another');
    expect(secret).not.toBe('another');
    expect(await store.secret('proof', () => 'a third')).toBe(secret);
  });

  it('is not asked for where it is switched off', async () => {
    const off = await secondDesk(desk);
    try {
      const inquiry = await sampleInquiry();
      expect(await challengeFor(inquiry.id, off.url)).toBeNull();
      expect((await post(off.url, inquiry)).status).toBe(201);
    } finally {
      await off.stop();
    }
  });

  it('is asked for only so often', async () => {
    const strict = await secondDesk(desk, { proof: TERMS, rate: 1 });
    try {
      const ask = () => fetch(`${strict.url}${CHALLENGE_PATH}?inquiry=${crypto.randomUUID()}`);
      expect([(await ask()).status, (await ask()).status, (await ask()).status]).toEqual([200, 200, 429]);
    } finally {
      await strict.stop();
    }
  });
});

describe('the sender', () => {
  it('does the work by itself', async () => {
    const inquiry = await sampleInquiry();
    const result = await sendOnce({ inquiry, files: [] }, desk.url, desk.keys.public);
    expect(result).toMatchObject({ state: 'received' });
  });

  it('does it anew when it was too late, and loses nothing', async () => {
    const inquiry = await sampleInquiry();
    let proofs = 0;
    const slow: typeof fetch = (...args) => {
      if (String(args[0]).includes(CHALLENGE_PATH)) proofs += 1;
      // The first proof is old by the time that the inquiry goes out.
      else if (proofs === 1) time += 61_000;
      return fetch(...args);
    };
    const result = await sendOnce({ inquiry, files: [] }, desk.url, desk.keys.public, slow);
    expect([result.state, proofs]).toEqual(['received', 2]);
  });

  it('gives up for now at a desk that takes no proof, and the inquiry stays', async () => {
    const inquiry = await sampleInquiry();
    let proofs = 0;
    const never: typeof fetch = (...args) => {
      if (!String(args[0]).includes(CHALLENGE_PATH)) time += 61_000;
      else proofs += 1;
      return fetch(...args);
    };
    const result = await sendOnce({ inquiry, files: [] }, desk.url, desk.keys.public, never);
    expect(result).toMatchObject({ state: 'later', reason: 'busy' });
    expect(proofs).toBeLessThan(50);
  });

  it('does no work that something else than a desk makes up', async () => {
    const challenge = await challengeFor(crypto.randomUUID());
    const heavy = { ...challenge!, parameters: { ...challenge!.parameters, cost: 10 ** 9 } };
    const portal: typeof fetch = async () => Response.json({ challenge: heavy });
    const result = await sendOnce({ inquiry: await sampleInquiry(), files: [] }, desk.url, '', portal);
    expect(result).toMatchObject({ state: 'later', reason: 'desk' });
  });

  it('manages with a desk that has never heard of it', async () => {
    const old = await secondDesk(desk);
    try {
      const inquiry = await sampleInquiry();
      const without: typeof fetch = (...args) =>
        String(args[0]).includes(CHALLENGE_PATH)
          ? Promise.resolve(new Response('', { status: 404 }))
          : fetch(...args);
      const result = await sendOnce({ inquiry, files: [] }, old.url, desk.keys.public, without);
      expect(result.state).toBe('received');
    } finally {
      await old.stop();
    }
  });
});
