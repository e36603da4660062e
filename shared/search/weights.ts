/** Words that ask rather than tell: they say little about what a document is about. */
const ASKING = new Set(
  `어떻게 어떤 어떠한 무엇 무슨 뭐 뭔가 무엇인가 누구 누가 언제 어디 어디서 어느 얼마나 왜 몇 있나 있는 있다 있습니까 있을 없는 없다 하는 하나 하면 해야 하다 합니까 되나 되는 됩니까 되다 되면
  가능 가능한 가능할 싶은 싶어 싶습 그리고 그런데 또는 또한 및 등 것 거 건 수 때 중 좀 잘 안 못 더 이 그 저 제 제가 우리 위해 위한 통해 따라 경우 같은 같이 알려 알고 해줘 말해 주세 주실 인가 인지 무엇이 무엇을 이런 그런 저런
  the a an of to in is are was it its how do does did i my we our you your what which who when where why can could should would will for and or on at by with from that this be not there any
  です ます した する して ます ください ですか こと もの ため から まで には とは では どう どこ いつ なに 何`.split(
    /\s+/,
  ),
);

/** The same as beginnings: 알려줘, 알려주실, 싶습니다, 궁금한데. */
const ASKING_STARTS =
  /^(?:알려|알고|알아보|알아봐|궁금|싶|부탁|가르쳐|말해|어떻|어떡|어떠|어떤|무엇|무슨|주세|주실|주십|도와|드립|드려|되나|되는|하나요|있나|있는지|있을까|가능할|가능한|해줘|해줄)/;

/** How much a word of the query weighs apart from its rarity, 0 to 1. */
export function weightOfWord(word: string, stem: string): number {
  return ASKING.has(word) || ASKING.has(stem) || ASKING_STARTS.test(word) ? 0.25 : 1;
}
