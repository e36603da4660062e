import type { Document } from '../../../shared/search/index.ts';
import { seeded } from './random.ts';

/**
 * Documents of about 117 characters for measuring time: words and sentences of real manuals, put together anew.
 * Says nothing about relevance.
 */
export function synthetic(real: readonly Document[], count: number, seed = 11): Document[] {
  const random = seeded(seed);
  const sentences = [...new Set(real.flatMap(({ body }) => body.split('\n')))].filter(
    (line) => line.length >= 15 && line.length <= 90 && /[가-힣]{2}/.test(line),
  );
  const nouns = [...new Set(real.flatMap(({ title }) => title.match(/[가-힣A-Za-z]{2,}/g) ?? []))];
  const endings = ['설정', '방법', '오류', '변경', '안내', '문의', '해지', '조회', '신청', '복구'];
  return Array.from({ length: count }, (_, number) => {
    const title = `${random.of(nouns)} ${random.of(nouns)} ${random.of(endings)}`;
    let body = '';
    while (body.length < 95) {
      const words = random.of(sentences).split(' ');
      // Half of each sentence is shuffled out of another, so that no two documents say the same.
      words.splice(random.below(words.length), 1, random.of(nouns));
      body += `${words.join(' ')} `;
    }
    return { id: `s${number}`, title, body: body.slice(0, 110).trim(), lang: 'ko' };
  });
}
