import { randomBytes } from 'node:crypto';
import { createChallenge, randomInt } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { type Challenge, canonicalJson, decodeProof } from '../../shared/inquiry/index.ts';
import { sameText } from '../local.ts';
import { hmacOf } from './hash.ts';
import { Refusal } from './messages.ts';
import type { ProofTerms } from './settings.ts';
import type { Store } from './store/index.ts';

/** About a quarter of a second of one core of a telephone, and nothing that a person would see. */
const TERMS: ProofTerms = { cost: 1_000, tries: 400, life: 20 * 60_000 };

export interface ProofGate {
  /** What is to be done for the inquiry of that id; `null` when nothing is. */
  challenge(inquiry: string): Promise<Challenge | null>;
  /** @throws Refusal unless the header holds the proof that was done for that inquiry, in time */
  check(header: string | undefined, inquiry: string): Promise<void>;
}

/**
 * Proofs of work. Each is signed for one inquiry, and an id is stored once: whoever uses it again gets the receipt of
 * the first time. So single use needs no list, and holds on every desk of a database and after a restart.
 */
export function openProofGate(
  store: Pick<Store, 'secret'>,
  wanted: boolean | ProofTerms = true,
  now: () => number = Date.now,
): ProofGate {
  if (!wanted) return { challenge: async () => null, check: async () => {} };
  const terms = wanted === true ? TERMS : wanted;
  let secrets: Promise<{ hmacSignatureSecret: string; hmacKeySignatureSecret: string }> | null = null;
  const secret = () => {
    secrets ??= store
      .secret('proof', () => randomBytes(32).toString('hex'))
      .then((text) => ({ hmacSignatureSecret: text, hmacKeySignatureSecret: `${text}:key` }));
    secrets.catch(() => {
      secrets = null;
    });
    return secrets;
  };

  return {
    async challenge(inquiry) {
      const challenge = await createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: terms.cost,
        counter: randomInt(terms.tries),
        expiresAt: Math.floor((now() + terms.life) / 1000),
        data: { inquiry },
        deriveKey,
        ...(await secret()),
      });
      return challenge as Challenge;
    },
    async check(header, inquiry) {
      const proof = decodeProof(header);
      const { expiresAt = 0, data } = proof?.challenge.parameters ?? {};
      // Read before the signature is checked: what was changed in it fails there.
      if (!proof || data?.inquiry !== inquiry || expiresAt * 1000 < now()) throw new Refusal('proof');
      const { hmacSignatureSecret, hmacKeySignatureSecret } = await secret();
      const { parameters, signature } = proof.challenge;
      // What `verifySolution` of altcha-lib does, on Node's own HMAC: three WebCrypto jobs cost more than the rest of
      // the request. The work itself need not be done again, since the key that it finds was signed beforehand.
      const ours = sameText(signature, hmacOf(hmacSignatureSecret, canonicalJson(parameters)));
      const found = hmacOf(hmacKeySignatureSecret, Buffer.from(proof.solution.derivedKey, 'hex'));
      if (!ours || !sameText(parameters.keySignature ?? '', found)) throw new Refusal('proof');
    },
  };
}
