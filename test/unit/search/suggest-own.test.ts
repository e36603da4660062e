import { beforeAll, describe, expect, it } from 'vitest';
import { searchIndex } from '../../../desk/publish/compile.ts';
import { checkContent } from '../../../desk/publish/publish.ts';
import { type Hit, type Index, Suggester, search } from '../../../shared/search/index.ts';
import { FITTING, FOREIGN } from './summaries.ts';

/** What an inquiry form with our own content shows for a summary. The gate was set on other corpora. */
describe('suggestions from our own content', () => {
  let index: Index;
  let titles: [id: string, title: string][];
  beforeAll(async () => {
    const { compiled, content } = await checkContent('content');
    index = searchIndex(compiled, content?.terms.groups ?? []);
    titles = compiled.map(({ article }) => [article.id, article.title]);
  });

  async function suggested(summary: string): Promise<string[]> {
    let shown: Hit[] = [];
    const suggester = new Suggester(
      (query) => search(index, query),
      (hits) => {
        shown = hits;
      },
    );
    await suggester.type(summary);
    return shown.map(({ id }) => id);
  }
  const failing = async (list: [summary: string, ...fits: string[]][]) => {
    const missed: string[] = [];
    for (const [summary, ...fits] of list) {
      const first = (await suggested(summary)).slice(0, 3);
      if (!first.some((id) => fits.includes(id))) missed.push(`${summary} -> ${first.join(', ')}`);
    }
    return missed;
  };

  it('every title suggests its manual', async () => {
    expect(titles.length).toBeGreaterThan(40);
    expect(await failing(titles.map(([id, title]) => [title, id]))).toEqual([]);
  });

  it('39 of 40 summaries in other words suggest a manual that fits', async () => {
    const missed = await failing(FITTING);
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(1);
  });

  it('the summaries of the customer care lounge suggest their manuals', async () => {
    expect(
      await failing([
        ['스팸서버의 승인자 정보 유지 기능은 무엇인가요?', 'tmse-approver-info'],
        ['메일 발송 시 too many recipient 발송메일이 옵니다.', 'tmse-too-many-recipients'],
        ['업무관련 메일을 보냈는데 다우오피스에는 메일이 확인되지 않습니다.', 'tmse-mail-not-in-daouoffice'],
        ['[정보공유] 스팸메일 및 랜섬웨어 관련 정보공유', 'ransomware-info'],
        ['안녕하세요 랜섬웨어 관련 문의드립니다', 'ransomware-info'],
        ['메일이 서버에서 사라져요', 'outlook-pop3-mail-gone'],
      ]),
    ).toEqual([]);
  });

  it('questions about cooking, travel, games and the house suggest nothing', async () => {
    const shown: string[] = [];
    for (const summary of FOREIGN) {
      const ids = await suggested(summary);
      if (ids.length > 0) shown.push(`${summary} -> ${ids[0]}`);
    }
    expect(shown).toEqual([]);
  });
});
