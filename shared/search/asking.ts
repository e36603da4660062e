/**
 * Words that ask rather than tell; with `*`, all that begin so. Stored in the index beside the everyday words.
 */
export const ASKING = `알려* 알고* 알아* 궁금* 싶은* 싶어* 싶습* 부탁* 가르* 말해* 어떻* 어떡* 어떠* 어떤* 무엇* 무슨* 주세* 주실* 주십* 도와* 드립* 드려* 되나* 되는* 됩니* 하나요* 하는* 합니* 있나* 있는* 있을* 있습* 없는* 가능* 해줘* 해줄* 해야* 얼마나* 누구* 누가* 언제* 어디* 어느*
뭐 뭘 왜 몇 좀 잘 안 못 더 이 그 저 제 제가 우리 것 거 건 수 때 중 등 및 또는 또한 그리고 그런데 위해 위한 통해 따라 경우 같은 같이 인가 인지 이런 그런 하면 하다 되면 되다 줘
the a an of to in is are was it its how do does did i my we our you your what which who when where why can could should would will for and or on at by with from that this be not there any
です ます した する して ください ですか こと もの ため から まで には とは では どう どこ いつ なに 何`;
