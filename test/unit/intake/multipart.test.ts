import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainParts } from '../../../desk/intake/multipart.ts';

/** A body as browsers and Node write it, and what Node reads out of it. */
async function written(form: FormData) {
  const response = new Response(form);
  const type = response.headers.get('Content-Type')!;
  return { type, body: new Uint8Array(await response.arrayBuffer()) };
}

const read = (body: string, type = 'multipart/form-data; boundary=x') =>
  plainParts(new TextEncoder().encode(body), type)?.map(({ name, file, bytes }) => [
    name,
    file,
    new TextDecoder().decode(bytes),
  ]) ?? null;

describe('plain parts', () => {
  it('are those of the form, byte for byte', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('inquiry', 'website', 'file'),
            fc.string({ unit: 'binary' }),
            fc.boolean(),
          ),
        ),
        fc.uint8Array({ maxLength: 300 }),
        async (fields, bytes) => {
          const form = new FormData();
          for (const [name, text, file] of fields)
            if (file) form.append(name, new Blob([text, bytes]), `${text}".png\\`);
            else form.append(name, text);
          const { type, body } = await written(form);
          const expected = [...(await new Response(body, { headers: { 'Content-Type': type } }).formData())];
          const parts = plainParts(body, type);
          if (expected.length === 0) return;
          expect(parts?.map(({ name, file }) => [name, file])).toEqual(
            expected.map(([name, value]) => [name, typeof value !== 'string']),
          );
          for (const [index, [, value]] of expected.entries())
            expect(Buffer.from(parts![index]!.bytes)).toEqual(
              typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer()),
            );
        },
      ),
      { numRuns: 200 },
    ));

  it('of other libraries', () => {
    const part =
      'Content-Type: text/plain\r\ncontent-disposition: form-data; name="file"; filename="a;b"\r\n\r\n\r\n';
    expect(read(`--x\r\n${part}\r\n--x--\r\n`)).toEqual([['file', true, '\r\n']]);
    expect(read('--x--')).toEqual([]);
    expect(
      read(
        '--a b\r\nContent-Disposition: form-data; name="n"\r\n\r\nv\r\n--a b--',
        'multipart/form-data; boundary="a b"',
      ),
    ).toEqual([['n', false, 'v']]);
  });

  it.each([
    ['cut off', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nvalue'],
    ['cut off after a part', '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nvalue\r\n--x'],
    ['a preamble', 'hello\r\n--x--'],
    ['no name', '--x\r\nContent-Type: text/plain\r\n\r\nvalue\r\n--x--'],
    ['no end of the headers', '--x\r\nContent-Disposition: form-data; name="a"\r\n--x--'],
    [
      'a boundary that another line begins with',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nv\r\n--xy--',
    ],
    [
      'headers without end',
      `--x\r\n${'content-disposition: form-data; name="'.repeat(500)}\r\n\r\n\r\n--x--`,
    ],
    ['nothing', ''],
  ])('are not guessed: %s', (_, body) => expect(read(body)).toBeNull());

  it('need a boundary', () => {
    expect(read('--x--', 'multipart/form-data')).toBeNull();
    expect(read('--x--', 'multipart/form-data; boundary=x; charset=utf-8')).toBeNull();
  });

  it('never throw, and never hold what is not there', () =>
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.string({ minLength: 1, maxLength: 3 }),
        (bytes, boundary) => {
          const text = `--${boundary}\r\nContent-Disposition: form-data; name="a"\r\n\r\n`;
          const body = Uint8Array.from([...new TextEncoder().encode(text), ...bytes]);
          for (const { bytes: part } of plainParts(body, `multipart/form-data; boundary=${boundary}`) ?? [])
            expect(part.byteLength).toBeLessThan(body.byteLength);
        },
      ),
    ));
});
