import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import {
  CHALLENGE_PATH,
  challengeAnswerSchema,
  errorSchema,
  FILES_PATH,
  IDEMPOTENCY_HEADER,
  INTAKE_PATH,
  inquirySchema,
  LENGTH_HEADER,
  OFFSET_HEADER,
  PROOF_HEADER,
  signedSchema,
  TRAP_FIELD,
  uploadedInquirySchema,
  uploadSchema,
} from '../../shared/inquiry/index.ts';

export const OPENAPI_PATH = '/api/openapi.json';
export const HEALTH_PATH = '/api/health';

const schemas = {
  Inquiry: inquirySchema,
  UploadedInquiry: uploadedInquirySchema,
  SignedReceipt: signedSchema,
  Upload: uploadSchema,
  UploadElsewhere: v.intersect([uploadSchema, errorSchema]),
  Challenge: challengeAnswerSchema,
  Error: errorSchema,
  Health: v.object({ ok: v.literal(true), store: v.picklist(['pglite', 'postgres']) }),
};
type SchemaName = keyof typeof schemas;

const ref = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });
const json = (name: SchemaName) => ({ 'application/json': { schema: ref(name) } });
const answer = (description: string, name: SchemaName, headers?: object) => ({
  ...{ description, content: json(name) },
  ...(headers ? { headers } : {}),
});

/** Answers that say what is wrong; `codes` are what `error.code` may be. */
const refused = (description: string, ...codes: string[]) =>
  answer(codes.length ? `${description} (${codes.join(', ')})` : description, 'Error');

const header = (name: string, description: string, schema: object, required = true) => ({
  ...{ name, in: 'header', required, description, schema },
});
const bytes = { type: 'integer', minimum: 0 };
const uuid = { type: 'string', format: 'uuid' };
const key = header(IDEMPOTENCY_HEADER, "The inquiry's id, in quotes or without", { type: 'string' });
const proof = header(
  PROOF_HEADER,
  'The proof of work, where the desk asks for one',
  { type: 'string' },
  false,
);
const hash = {
  ...{ name: 'hash', in: 'path', required: true, description: 'SHA-256 of the file' },
  schema: { type: 'string', pattern: '^[0-9a-f]{64}$' },
};
const offsets = {
  [OFFSET_HEADER]: { description: 'Bytes that are there', schema: bytes },
  [LENGTH_HEADER]: { description: 'Bytes of the whole file', schema: bytes },
};
const retry = { 'Retry-After': { description: 'Seconds to wait', schema: bytes } };
const later = {
  429: answer('Too many requests from this address (rate)', 'Error', retry),
  503: answer('The desk has no room or no database just now (busy, store)', 'Error', retry),
};
const notFromHere = 'Not from this site, or without a proof of work that counts';

/** OpenAPI 3.1 of what inquiry pages use, made from the schemas that check it. */
export function openApi() {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Giljabi desk: inquiries',
      version: '1',
      description: 'No cookies and no login. Pages of allowed origins and browser extensions may use it.',
    },
    paths: {
      [INTAKE_PATH]: {
        post: {
          operationId: 'sendInquiry',
          summary: 'Send an inquiry; the same id and content get the same receipt, however often they come',
          parameters: [key, proof],
          requestBody: {
            required: true,
            content: {
              'multipart/form-data': {
                schema: {
                  type: 'object',
                  required: ['inquiry'],
                  properties: {
                    inquiry: {
                      type: 'string',
                      contentMediaType: 'application/json',
                      contentSchema: ref('Inquiry'),
                    },
                    file: {
                      type: 'array',
                      items: { type: 'string', contentMediaType: 'application/octet-stream' },
                    },
                    [TRAP_FIELD]: { type: 'string', description: 'Hidden from people; stays empty' },
                  },
                },
              },
              'application/json': { schema: ref('UploadedInquiry') },
            },
          },
          responses: {
            200: answer('It had arrived before: its receipt once more', 'SignedReceipt'),
            201: answer('It is stored', 'SignedReceipt'),
            400: refused('Not an inquiry', 'malformed', 'key-missing', 'key-other'),
            403: refused(notFromHere, 'origin', 'proof'),
            409: refused(
              'Its files have to be uploaded, or it is being taken in',
              'files-missing',
              'in-flight',
            ),
            413: refused('Too large', 'too-many-files', 'file-too-large', 'files-too-large'),
            415: refused('Of a type that is not taken', 'not-multipart', 'file-type'),
            422: refused('Something has to be mended; `field` says what', 'empty', 'email', 'conflict', '…'),
            ...later,
          },
        },
      },
      [`${FILES_PATH}/{hash}`]: {
        get: {
          operationId: 'uploadState',
          summary: 'How far the upload of a file has come; HEAD says the same in headers',
          parameters: [hash, key],
          responses: {
            200: answer('So far', 'Upload', offsets),
            400: refused('Whose file it is does not show', 'key-missing'),
            403: refused('Not from this site', 'origin'),
            404: refused('Nothing of it has been uploaded', 'upload-unknown'),
            ...later,
          },
        },
        put: {
          operationId: 'uploadFile',
          summary:
            'Bytes of a file, from where the upload stands; it may be cut off anywhere and gone on with',
          parameters: [
            ...[hash, key, proof],
            header(OFFSET_HEADER, 'Where these bytes begin', bytes),
            header(LENGTH_HEADER, 'Bytes of the whole file', bytes),
          ],
          requestBody: { required: true, content: { 'application/octet-stream': {} } },
          responses: {
            200: answer('They are stored; `complete` when the hash was found to be right', 'Upload', offsets),
            400: refused('A header is missing', 'key-missing', 'upload-headers'),
            403: refused(notFromHere, 'origin', 'proof'),
            409: answer('The upload stands somewhere else', 'UploadElsewhere', offsets),
            413: refused('Too large', 'file-too-large', 'files-too-large', 'too-many-files'),
            422: refused('Not the file that was announced', 'file-hash', 'file-size'),
            ...later,
          },
        },
      },
      [CHALLENGE_PATH]: {
        get: {
          operationId: 'challenge',
          summary: 'A proof of work to be done, for one inquiry and for some minutes of the desk’s clock',
          parameters: [{ name: 'inquiry', in: 'query', required: true, schema: uuid }],
          responses: {
            200: answer('`null` where none is asked for', 'Challenge'),
            400: refused('No id', 'key-missing'),
            403: refused('Not from this site', 'origin'),
            ...later,
          },
        },
      },
      [HEALTH_PATH]: {
        get: {
          operationId: 'health',
          summary: 'Whether the desk could store an inquiry now',
          responses: { 200: answer('It could', 'Health'), 503: later[503] },
        },
      },
    },
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [
          name,
          // What JSON Schema cannot say (well-formed Unicode, no control characters) stays the desk's to refuse.
          toJsonSchema(schema, { target: 'draft-2020-12', errorMode: 'ignore' }),
        ]),
      ),
    },
  };
}
