import type { Cues } from '../lines/cues.ts';

export const CUES: Cues = {
  crossref: [
    /\b(?:see|refer to|consult|check out|read|visit)\b[^.]{0,60}\b(?:article|guide|manual|documentation|docs?|page|section|tutorial|help|topic|instructions|link)\b/iu,
    /\b(?:learn more|read more|to know more|know more|for more (?:information|details|help)|more information|for details|see also|for instructions|find out more)\b/iu,
    /^(?:\d+(?:\.\d+)*\.?\s*)?follow the\b/iu,
    /\bas (?:described|explained) in\b|^(?:see|refer to)\b/iu,
  ],
  note: [
    /^(?:※|\*(?!\*)|ⓘ|ℹ️?|💡|⚠️?|❗|📌|📝)/u,
    /^(?:note|notes|tip|tips|important|caution|warning|nb|n\.b\.|attention|remember|hint|prerequisites?|requirements?|before you (?:begin|start)|info|faq)\b\s*(?:[:!.-]|that\b|to\b|$)/iu,
    /^(?:for example|e\.g\.|example\b|examples\b|ex\.?:)/iu,
    /^(?:we (?:recommend|advise|suggest)|keep in mind|be aware|please note|it is recommended)\b/iu,
  ],
  permission: [
    /\b(?:only|must be|need to be|you need)\b[^.]{0,40}\b(?:admins?|administrators?|owners?|privileges?|permissions?|role)\b/iu,
    /\b(?:available|included) (?:only )?(?:in|on|with|for)\b[^.]{0,40}\b(?:plans?|editions?|subscriptions?|licen[cs]es?)\b/iu,
    /\bthis (?:feature|option|setting) is (?:only )?available\b/iu,
  ],
  imperative:
    /^(?:click|select|choose|pick|press|tap|enter|type|check|tick|clear|uncheck|turn o|set|open|go to|navigate)\b/iu,
  caution:
    /\b(?:cannot|can't|can not|can never|won't) be (?:undone|restored|recovered|edited|reverted|changed|reversed)\b|\b(?:irreversible|permanently)\b|\bimmediately (?:deleted|removed)\b|\bwill be (?:lost|deleted|removed|signed out|logged out)\b|\bbe careful\b|\bdata loss\b/iu,
  irreversible:
    /\b(?:cannot|can't|can not|won't) be (?:undone|restored|recovered|reverted|reversed)\b|\b(?:irreversible|permanently)\b|\bimmediately deleted\b/iu,
  everyone:
    /\b(?:all|every) (?:of (?:your|the) )?(?:users?|members?|accounts?|employees?|mailboxes|people)\b|\beveryone\b|\bentire organi[sz]ation\b/iu,
  breadcrumb: /^(?:home|help cent(?:er|re)|support|knowledge ?base|docs)\s*[>›»/]/iu,
  chrome:
    /^(?:was this (?:article|page) helpful|posted (?:by|on)|last (?:updated|modified|edited)|updated (?:on|:)|\d+ (?:comments|views|min read)|table of contents|on this page|share this|(?:print|related articles|comments?|author)(?=\s*(?:[:|\d(]|$))|written by|published (?:on|by|:)|back to top)/iu,
  optional: /^(?:[([]?\s*optional(?:ly)?\s*[)\]]\s*[:.,]?\s*|optional\s*[:.–-]\s*|optionally,\s*)/iu,
  optionalAnywhere: /[([]\s*optional(?:\s+step)?\s*[)\]]/iu,
  condition:
    /^(?:if|to\s+\w+|in order to|when you want|for\s+[^,]{1,60},)\b|\bif (?:you|needed|necessary|required|desired|applicable)\b|\b(?:optionally|alternatively)\b/iu,
  example:
    /[(（]\s*(?:e\.g\.|ex\.|for example|i\.e\.|such as|example)[^()（）]{0,120}[)）]|,?\s(?:e\.g\.|for example|such as)[^.;]{0,120}/giu,
  faq: /^(?:faqs?|frequently asked questions|q ?& ?a|common questions|troubleshooting|related (?:topics|articles|links|content)|see also)\s*:?$/iu,
  role: /^(?:for\s+)?(?:(?:super |global )?admin(?:istrator)?s?|(?:end[- ])?users?|members?|owners?|android|ios|iphone|mobile(?: app)?|desktop(?: app)?|web(?: app)?|windows|mac(?:os)?|classic (?:outlook|version|view)|new (?:outlook|version|view)|(?:method|option) \d)\s*(?:[:：]|$)/iu,
};
