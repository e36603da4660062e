/** Words that announce choices of which only one is made. */
export const ONE_OF =
  /(?:one|either|any) of (?:the following|these)|following options|다음 중|아래 (?:중|가운데)|중 하나|가운데 하나|中(?:から|の)|次の(?:いずれか|どちらか)|以下の(?:いずれか|どちらか)/iu;
