/** Why content was refused. Each code is one sentence in the interface texts. */
export type BundleErrorCode =
  | 'signature-missing' // no signature line, or none by a key that this reader trusts
  | 'signature-wrong' // a trusted key's signature does not fit the bytes
  | 'key-retired' // signed only by a key that has been replaced
  | 'too-large'
  | 'not-json'
  | 'shape' // a key is unknown, missing or of the wrong kind
  | 'format' // made for a newer reader
  | 'draft' // a draft where a published bundle is wanted, or the other way round
  | 'older' // version below the highest that this reader has accepted
  | 'part-missing'
  | 'part-wrong'; // length or hash of a part differs from the signed manifest

/** Content that must not be used. `where` names the part and, if known, the place in it. */
export class BundleError extends Error {
  override name = 'BundleError';
  readonly code: BundleErrorCode;
  readonly where: string;
  /** What exactly, for the publisher's eyes: `blocks.3.src Invalid format …`; may be empty. */
  readonly detail: string;

  constructor(code: BundleErrorCode, where: string, detail = '') {
    super(`${code}: ${where}${detail && ` (${detail})`}`);
    this.code = code;
    this.where = where;
    this.detail = detail;
  }
}
