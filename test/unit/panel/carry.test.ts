// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { carry } from '../../../extension/panel/data/carry.ts';
import { fromBase64 } from '../../../shared/bundle/index.ts';

it('carries the very bytes, also none and those that are no text', async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
  const [full, empty] = await carry([
    new File([bytes], '화면.png', { type: 'image/png' }),
    new File([], 'empty.txt', { type: '' }),
  ]);
  expect(full).toMatchObject({ name: '화면.png', type: 'image/png' });
  expect(fromBase64(full?.base64 ?? '')).toEqual(bytes);
  expect(empty?.base64).toBe('');
});
