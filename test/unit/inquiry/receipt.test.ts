import { beforeAll, describe, expect, it } from 'vitest';
import { asSigningKey, signReceipt } from '../../../desk/intake/index.ts';
import {
  type Inquiry,
  inquiryHash,
  type Receipt,
  type SignedReceipt,
  verifyReceipt,
} from '../../../shared/inquiry/index.ts';
import { receiptKeys, sampleInquiry } from './samples.ts';

let keys: Awaited<ReturnType<typeof receiptKeys>>;
let inquiry: Inquiry;
let receipt: Receipt;
let signed: SignedReceipt;
beforeAll(async () => {
  keys = await receiptKeys();
  inquiry = await sampleInquiry();
  const hash = await inquiryHash(inquiry);
  receipt = { id: inquiry.id, number: '2026-000123', received: '2026-11-21T09:00:00.000Z', hash };
  signed = await sign(receipt);
});

const sign = async (value: object) => signReceipt(await asSigningKey(keys.jwk), value as Receipt);

describe('a receipt', () => {
  it('proves the inquiry that it was signed for', async () => {
    expect(await verifyReceipt(signed, keys.public, inquiry)).toEqual(receipt);
  });

  const wrong: [string, string, () => Promise<SignedReceipt> | SignedReceipt][] = [
    [
      'with one byte changed',
      'signature',
      () => ({ ...signed, receipt: signed.receipt.replace('123', '124') }),
    ],
    ['with a space added', 'signature', () => ({ ...signed, receipt: `${signed.receipt} ` })],
    ['with no signature', 'signature', () => ({ ...signed, signature: '' })],
    ['with a signature that is no base64', 'signature', () => ({ ...signed, signature: '%%%' })],
    [
      'for another inquiry',
      'other-inquiry',
      async () => sign({ ...receipt, id: (await sampleInquiry()).id }),
    ],
    ['for another text', 'other-content', () => sign({ ...receipt, hash: '0'.repeat(64) })],
    ['without a number', 'malformed', () => sign({ ...receipt, number: '' })],
    ['that is something else', 'malformed', () => sign([])],
  ];
  it.each(wrong)('%s proves nothing: %s', async (_, code, make) => {
    await expect(verifyReceipt(await make(), keys.public, inquiry)).rejects.toMatchObject({ code });
  });

  it('is not parsed before its signature holds', async () => {
    const hostile = { receipt: '{ not JSON', signature: signed.signature };
    await expect(verifyReceipt(hostile, keys.public, inquiry)).rejects.toMatchObject({ code: 'signature' });
  });

  it("of another desk's key proves nothing", async () => {
    const other = await receiptKeys();
    await expect(verifyReceipt(signed, other.public, inquiry)).rejects.toMatchObject({ code: 'signature' });
  });

  it.each(['', 'AAAA', '%'])('cannot be checked with the key %j', async (key) => {
    await expect(verifyReceipt(signed, key, inquiry)).rejects.toMatchObject({ code: 'key' });
  });

  it('is not signed with a key that is no private Ed25519 key', async () => {
    const pair = (await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])) as CryptoKeyPair;
    await expect(asSigningKey(pair.publicKey)).rejects.toThrow(/private Ed25519/);
    await expect(asSigningKey({ kty: 'RSA' })).rejects.toThrow();
  });
});
