/** What every inquiry says and no document is about. Blanked out of a query before anything is weighed. */
const PATTERN = new RegExp(
  [
    '안녕하(?:세요|십니까|세여)|(?:감사|고맙|수고|죄송)[가-힣]*|수고(?:가|\\s)?\\s?많으[가-힣]+',
    '(?:문의|질문|확인|답변|연락|조언|도움)\\s?(?:좀\\s?)?(?:을\\s|를\\s)?(?:드립|드려|드릴|합니|남깁|남겨|부탁|있습|있어)[가-힣]*|문의사항',
    '부탁\\s?(?:드립|드려|드릴|합니|해)[가-힣]*|도와\\s?주[가-힣]*|(?:알려|가르쳐)\\s?(?:주|줘|드)[가-힣]*|알고\\s?싶[가-힣]*|궁금(?:합|해|한데|한가|하네)[가-힣]*',
    '어떻게\\s?(?:하|해|되|됩)[가-힣]*(?:\\s(?:되|하|할까)[가-힣]*)?',
    '관련(?:하여|해서|된|하신)?(?=\\s|$)|에\\s?(?:대하여|대해서?|관하여|관해서?|대한)(?=\\s|$)|다름이?\\s?아니라|현재|저희[가는도]?|혹시|(?:해|하는데|하려는데)?\\s?잘\\s?안\\s?(?:되|돼|됩)[가-힣]*',
    'hello|please|thank(?:s| you)|how (?:do|can|to) (?:i|we)?|i would like to|could you|(?:よろしく)?お願い(?:いた)?します|教えてください|ありがとうございます|お世話になっております',
  ].join('|'),
  'g',
);

/** The query without boilerplate, as long as it was; when nothing would be left, the query as it is. */
export function withoutBoilerplate(query: string): string {
  const rest = query.replace(PATTERN, (found) => ' '.repeat(found.length));
  return /[\p{L}\p{N}]/u.test(rest) ? rest : query;
}
