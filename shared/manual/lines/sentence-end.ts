/** A sentence ends in a verb or a full stop; a title does not. */
export const SENTENCE = /(?:다|요|오|니다|세요|십시오|ます|ください|下さい|です)[.。!)]*$|[.。!]$/u;
