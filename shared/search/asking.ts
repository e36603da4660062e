/**
 * Words of a query that say little about what is wanted; with `*`, all that begin so. Stored in the index beside the
 * everyday words. `silent` is what every inquiry says and no document is about: it weighs nothing.
 */
export const SILENT = `안녕* 문의드* 문의합* 문의남* 문의해* 문의사* 문의 질문드* 질문있* 질문합* 질문이* 감사합* 감사드* 감사* 고맙* 수고* 죄송* 부탁* 도와* 답변 답변부* 알려* 가르쳐* 가르* 궁금* 드립* 드려* 드릴* 남깁* 남겨* 싶습* 싶은* 싶어*
어떻게 어떡* 하나요 되나요 됩니까 할까요 될까요 하려고 하려는* 하는데 하려면 관련 관련하* 관련해* 관련된 관련한 대하여 대해 대해서 관하여 관해서 관해 다름* 아니라 저희* 혹시 주세* 주실* 주십* 주시* ㅠㅠ* ㅜㅜ* ㅋㅋ* ㅎㅎ* ㅠ ㅜ 바랍* 바라* 안됩* 안되*
hello hi please thank thanks regards dear よろしく お願い いた します ありがとう ございます お世話 教えて`;

export const ASKING = `방법* 법 법은 법을 법이 뭔* 떠요 떠서 나와요 나옵* 해결* 왔어* 왔는* 되려* 누굴* 어딘* 이유* 알고* 알아* 말해* 어떻* 어떠* 어떤* 무엇* 무슨* 되나* 되는* 하는* 합니* 있나* 있는* 있을* 있습* 없는* 가능* 해줘* 해줄* 해야* 얼마나* 누구* 누가* 언제* 어디* 어느* 하려* 확인부* 확인좀*
것이 것을 것은 것도 갑자* 자꾸 아예 전혀 않습* 않아* 않은* 않는* 뭐 뭘 왜 빠른 현재 몇 좀 잘 안 못 더 이 그 저 제 제가 우리 것 거 건 수 때 중 등 및 또는 또한 그리고 그런데 위해 위한 통해 따라 경우 같은 같이 인가 인지 이런 그런 하면 하다 되면 되다 줘
주고 주는 줬는데 뭔지* 뭔가* 뭐가* 뭐야* 뭐죠* 뭔데* 뭐예* 뭐에* 뭘까* 모르겠* 모르는* 몰라* 갔는* 갔나* 갔어* 돼요 돼서 됐는데 됐어요 되지 된건* 된거* 하기 하게 되게 하도록 하니 하니까 했는데 했더니 했어요 해도* 해보* 해봤*
너무* 계속 정말* 진짜* 많이 조금 자주 아직* 이미 방금 항상 매번 제대로 그냥 이거* 저거* 그거* 이게 저게 그게 여기* 거기* 아무* 꼭 또 다 나 내 내가 나는 저는 저도 있어요 있네* 있는지* 있으* 있던* 없어요 없나요 없네요 없는지* 거죠 건가* 건지* 걸까* 하지 하네* 되네* 되죠* 좋겠* 좋을* 좋나* 괜찮* 같아* 같은데* 같습* 건데* 거예* 거에* 걸로
the a an of to in is are was it its how do does did i my we our you your what which who when where why can could should would will for and or on at by with from that this be not there any
です ます した する して ください ですか こと もの ため から まで には とは では どう どこ いつ なに 何`;
