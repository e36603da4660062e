import { randomBytes } from 'node:crypto';
import type { Inquiry } from '../../../shared/inquiry/index.ts';
import { sampleInquiry } from '../../unit/inquiry/samples.ts';
import { between } from './random.ts';
import { mark } from './terms.ts';

/** An inquiry with none to three files: most small enough to go with it, every sixth has one that goes up in pieces. */
export async function compose(
  client: number,
  nth: number,
  random: () => number,
): Promise<{ inquiry: Inquiry; files: File[] }> {
  const files = Array.from({ length: between(random, 0, 3) }, (_, index) => {
    const large = index === 0 && random() < 0.25;
    const size = large ? between(random, 300_000, 1_200_000) : between(random, 0, 30_000);
    return new File([new Uint8Array(randomBytes(size))], `화면 ${index}.png`, { type: 'image/png' });
  });
  return { inquiry: await sampleInquiry({ summary: mark(client, nth) }, files), files };
}
