// SPDX-License-Identifier: Apache-2.0
#include "ingest/furniture.h"

#include <re2/re2.h>

#include <algorithm>
#include <set>
#include <span>

#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

// Line: a whole sentence that matches is prose after all ("Terms of the ceasefire were not disclosed.").
enum class Form { Any, Line };

// A paragraph of at most `max_words` that matches is furniture. The wordings are those of common content systems and of
// newspapers' own boxes; prose is kept out by the limit, by anchors and by the form. A sentence that is lost is lost
// for good, a line of furniture that stays is only noise: where a wording serves both, it needs a second sign, such as
// an address, a colon, or "us" with a small s, which is no country.
struct Rule {
  const char* reason;
  std::uint32_t max_words;
  RE2 pattern;
  Form form = Form::Any;
};

std::span<const Rule> rules() {
  // The formatter breaks the frame of a table whose patterns are wider than a page.
  // clang-format off
  static const Rule kRules[] = {
      {"read-more link", 40,
       RE2(R"((?i)^[>»→•*\s-]*(?:read|see|view|watch|listen|find out|learn|click|tap)\s+(?:more|also|next|here|full|on|the full)\b[^.]{0,60}[:|»>→].*)")},
      {"read-more link", 16,
       RE2(R"((?i)^(?:read|see|view|learn|find out|discover|click|tap|watch)\b(?:.*\b(?:here|more)|\s+(?:also|next|full (?:story|article)))\b[^.]*[.»>→…]*$)")},
      {"read-more link", 60,
       RE2(R"((?i)^(?:(?:also (?:read|in|on|see|from)|more (?:in|on|from|about|stories|news|opinion|analysis|world|politics|coverage)|latest (?:news|stories))(?: [\w’']+){0,3}|)"
           R"((?:related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|coverage|reading|links?|tags|topics?|videos?)){0,2}|)"
           R"(recommended(?: (?:for you|articles?|stor(?:y|ies)|posts?|content|news|reading|links?|videos?))?|)"
           R"(most (?:read|viewed|popular|shared)|trending(?: now)?|popular(?: (?:now|today|articles|stories|posts|news))?|you (?:may|might) (?:also )?(?:like|be interested in)|further reading|see also|read (?:also|next|more)|)"
           R"(editor.?s.? (?:picks?|choice)|in this (?:series|section)|don.?t miss|must read|up next|next (?:article|story|post)|previous (?:article|story|post)|explainer)(?: (?:from|on|in)(?: [\w’']+){1,3})?)\s*:\s.*)")},
      {"read-more links", 6,
       RE2(R"((?i)^(?:related(?: (?:articles?|stor(?:y|ies)|posts?|content|news|coverage|reading|links?|tags|topics?|videos?))?|)"
           R"(recommended(?: (?:for you|articles?|stor(?:y|ies)|posts?|content|news|reading|links?|videos?))?)(?: (?:from|on|in|by)\b[^.?!:]*)?:?$|)"
           R"(^(?:also (?:in|on|from)|more (?:in|on|from|about|stories|news|opinion|coverage)|most (?:read|viewed|popular|shared)|trending|popular (?:stories|posts|now)|)"
           R"(you (?:may|might) (?:also )?(?:like|be interested in)|further reading|see also|read (?:also|next|more)|editor.?s.? (?:picks?|choice)|in this (?:series|section)|don.?t miss|latest (?:news|stories|posts)|recent posts)\b[^.?!:]*:?$)")},
      {"comment form", 60,
       RE2(R"((?i)^(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply|response)\b|^(?:share|give us|send us|tell us) your (?:point of view|thoughts?|views?|opinions?|comments?)\b|^have your say\b|)"
           R"(^join the (?:conversation|discussion)\b|^what do you think\?(?:$|.*\b(?:let us know|comments?)\b)|^comments? (?:are|is) (?:closed|off|disabled)|)"
           R"(^comments?\s*(?:\(\d+\))?:?$|^(?:log|sign) in (?:or register )?to (?:comment|reply|post)|^(?:send us )?(?:a )?letters? to the editor\b|^send us a letter|^write to (?:(?-i:[Uu]s)|the editor|letters)|^reader comments$)")},
      {"comment form", 60,
       RE2(R"((?i)^(?:(?:\d+|no) (?:comments|responses|replies)|1 (?:comment|response|reply))(?:\s+(?:on|to|so far)\b.*)?$)"),
       Form::Line},
      {"comment form", 80,
       RE2(R"((?i)\byour (?:comment|e-?mail address|email) will (?:not )?be (?:posted|published|held|shared)|\brequired fields are marked|you can use these (?:html )?tags|\bno ad hominem attacks|)"
           R"(\b(?:comment|comments) (?:policy|guidelines)\b.*\bmoderat|\bpending moderator approval|\bnotify me of (?:new|follow-?up) (?:comments|posts)|save my name, e-?mail)")},
      {"share buttons", 14,
       RE2(R"((?i)^(?:(?:share|tweet|e-?mail|print|pin|save|follow) (?:this|it|(?-i:[Uu]s)|on|via|article|story|page|to|with)|like (?:(?-i:[Uu]s)|on|this (?:article|story|page|post)))\b[^.]*$)")},
      {"reading time", 5, RE2(R"((?i)^\d+[- ]?min(?:ute)?s?\.? read$|^reading time:?)")},
      {"copyright", 80,
       RE2(R"((?i)^(?:©|\(c\)|copyright\s*(?:©|\(c\)|\d{4}|notice\b|by\b|:|$))|\ball rights reserved\b|\breproduction (?:is )?(?:prohibited|without permission)|may not be (?:published|reproduced), (?:broadcast|rewritten))")},
      {"copyright", 80, RE2(R"((?i)^copyright\b)"), Form::Line},
      {"cookie notice", 90,
       RE2(R"((?i)\bcookies?\b.*\b(?:accept|settings|polic(?:y|ies)|preferences|manage|consent|opt[- ]out|this (?:web)?site)|\b(?:accept|manage|this (?:web)?site|we use|settings)\b.*\bcookies?\b)")},
      {"subscription", 45,
       RE2(R"((?i)^(?:subscribe|sign up|sign me up|register(?:$| (?:log ?in|sign in|now|today|here|for (?:free|our|the (?:newsletter|webinar))|to (?:read|continue|receive|comment|attend)))|join (?:our|the) (?:mailing list|newsletter|list|free)|get (?:our|the) .{0,60}(?:newsletter|inbox|briefing|e-?mail|alerts)|become a (?:member|subscriber|patron)|)"
           R"(support (?:our|independent (?:journalism|media|news|reporting)|quality (?:journalism|news|reporting)|(?-i:[Uu]s))\b|donate|give now|start your (?:free )?trial|)"
           R"(enter your e-?mail|follow (?-i:[Uu]s)|stay (?:informed|connected|up to date)|)"
           R"(never miss|enjoyed this|unsubscribe|download (?:our|the) app|sign in|log ?in)\b.*)")},
      {"subscription", 50,
       RE2(R"((?i)\b(?:in your inbox|to your inbox|our (?:free )?(?:daily |weekly )?newsletter|by signing up|funded by (?:its|our) readers|unsubscribe (?:from|at|by)|donate here|subscribers? only|to continue reading|subscribe (?:now|today|here|(?:for|to) (?:our|this|free|unlimited|full|more|just|only|as little)|to (?:[\w’']+ ){0,3}(?:newsletter|magazine|podcast|channel))|)"
           R"((?:please|can|by|and) subscrib(?:e|ing) (?:for|to))\b)")},
      {"subscription", 45, RE2(R"((?i)^already a (?:subscriber|member)\s*(?:\?|$))")},
      {"subscription", 15,
       RE2(R"((?i)(?:^|[.!?:|»–—-]\s*)(?:please )?(?:support (?-i:[Uu]s)|become a (?:member|subscriber)|donate(?: now)?|subscribe(?: now| today)?)$)")},
      {"advertisement", 8,
       RE2(R"((?i)^(?:advertisements?|advertising|sponsored(?: content| by .*)?|promoted(?: content)?|paid (?:content|post)|ads?|ad feedback|story continues below.*|continue reading(?: below)?.*|scroll (?:down )?to continue.*|article continues.*)$)"),
       Form::Line},
      {"advertisement", 25,
       RE2(R"(\b(?:JOIN NOW|BUY NOW|SHOP NOW|CLICK HERE|ORDER NOW|APPLY NOW|LEARN MORE|DOWNLOAD NOW|SIGN UP|NO ADVERTISING|ADVERTISEMENT|REGISTER NOW|TRY IT FREE)\b[^.]*$)")},
      {"navigation", 30, RE2(R"((?i)^(?:home|you are here|start)\s*(?:>|›|»|/|::|\||→|&gt;)\s*\S)")},
      {"navigation", 6,
       RE2(R"((?i)^(?:skip to (?:main )?content|back to (?:top|home.*)|jump to .*|menu|search|home|main menu|toggle navigation|close|next|previous|next page|show more|load more|view all|see all|top|contact us|about us)$)")},
      {"legal notice", 25,
       RE2(R"((?i)^(?:terms (?:of (?:use|service|sale|business)|(?:and|&) conditions)|privacy (?:policy|notice)|accessibility|advertise with (?-i:[Uu]s)|contact (?-i:[Uu]s)|site ?map|imprint|legal notice)\b[^,]*$)"),
       Form::Line},
      {"site header", 14, RE2(R"((?i)^\|?\s*welcome to\s+\p{Lu}?.*[^.!?]$)")},
      {"caption", 45,
       RE2(R"((?i)^(?:photo(?:graph)?s?|image|picture|file photo|caption|pictured?|credit|video|illustration|graphic|map|watch)\s*(?::|\()\s*.*)")},
      {"caption", 45,
       RE2(R"((?i)^(?:photo(?:graph)?s?|image|picture|file photo|caption|pictured?|video|illustration|graphic|map)\s*(?:by|credit|courtesy)\b.*)"),
       Form::Line},
      {"caption", 30,
       RE2(R"((?i)\((?:photo|image|picture|file photo|credit)[^)]*\)\.?$|\b(?:getty images|shutterstock|ap photo)\b|/(?:reuters|afp|getty)(?:/file)?\)?\.?$)")},
      {"end mark", 3, RE2(R"((?i)^[-–—*#\s]*(?:ends?|more|30|###|# # #)[-–—*#\s]*$)")},
      {"editor's note", 45,
       RE2(R"((?i)^this (?:conversation|interview|transcript|exchange|discussion|text|article|story|piece)\b.{0,40}\b(?:has been|was|have been) (?:(?:lightly|slightly) )?(?:edited|condensed|abridged|updated|translated|first published|originally published)|)"
           R"(^the (?:conversation|interview|transcript|exchange|discussion|text)\b.{0,40}\b(?:has been|was|have been) (?:(?:lightly|slightly) )?(?:edited|condensed|abridged)\b.*\b(?:for|from|by (?:us|the editors?))\b)")},
      {"editor's note", 60,
       RE2(R"((?i)\b(?:the )?(?:views|opinions) expressed (?:in this|here|are|by (?:[\w’']+ ){0,2}(?:authors?|writers?|contributors?|columnists?|guests?))\b|\bdo(?:es)? not necessarily (?:reflect|represent) (?:the )?(?:views?|opinions?|position|policy|editorial))")},
      {"tags", 40,
       RE2(R"((?i)^(?:tags?|tagged|topics?|keywords|filed under|categor(?:y|ies)|posted in|labels)\s*:.*)")},
      {"contact", 40,
       RE2(R"((?i)^(?:(?:(?:media|press) (?:contacts?|[ei]nquir(?:y|ies))|contacts?)(?: (?:details|information|person))?|[ei]nquiries|notes? to editors?)\s*(?::|[–—-]\s|$)|)"
           R"(^(?:(?:media|press) [ei]nquiry|(?:(?:media|press|please|further) )?(?:contacts?|[ei]nquiries))\b.*(?:@|https?:|www\.|\+\d|\d{3}[ -]?\d{3}))")},
      {"contact", 40,
       RE2(R"((?i)^for (?:(?:more|further|all|any|other|media|press|additional|general) )*(?:information|enquiries|inquiries|details|queries)\b(?:(?:[^.]{0,80},)?\s*(?:please|contact|call|visit|write to|e-?mail|click|go to|see)\b|[^,.]{0,60}:|.*(?:@|https?:|www\.|\d{3}[ -]?\d{3})))")},
      {"contact", 40, RE2(R"((?i)^for (?:(?:more|further|all|any|other|media|press|additional|general) )*(?:information|enquiries|inquiries|details|queries)\b|^contact (?:(?-i:[Uu]s|[Mm]e)|the (?:author|editor)s?|our|information|details)\b)"),
       Form::Line},
      {"contact", 40,
       RE2(R"(\S\s+(?:Contact|Tel|Telephone|Phone|Fax|E-?mail)\s*:\s*\S|\S\s+(?:Press|Media)\s*:\s*(?:\S*@|https?:|www\.|\+?[\d(]))")},
      {"file notice", 30,
       RE2(R"((?i)^(?:the |our )?(?:full |complete )?(?:report|study|paper|document|text|pdf)\b.*\b(?:may|can) be (?:downloaded|obtained|ordered|found|read)\b.*(?:\b(?:here|online|website|web ?site|page|link|free of charge|pdf)\b|@|https?:|www\.))")},
      {"file notice", 10, RE2(R"((?i)^(?:download|get|view)\b.*\b(?:pdf|report|document|app)\b[^.]*$)")},
      {"letters", 14, RE2(R"((?i)^letters (?:may|will) be (?:edited|published|shortened|cut|considered)\b.*)")},
      {"social account", 12,
       RE2(R"((?i)^(?:follow|find|like (?:(?-i:[Uu]s)|our)|connect with)\s.*\b(?:on|at)\s+(?:twitter|facebook|instagram|linkedin|telegram|whatsapp|x|youtube)\b.*|^(?:twitter|facebook|instagram)\s*:\s*@?\S+$|^@\w+$)")},
      {"read-more link", 20,
       RE2(R"((?i)^(?:continue reading|keep reading|full (?:story|article|coverage)|more details (?:here|on (?:our|the) (?:web)?site)|go to (?:the )?(?:article|story|top))\b[^.]*$)")},
      {"page counter", 5,
       RE2(R"((?i)^(?:page )?\d+ (?:of|/) \d+$|^page \d+$|^\d{1,3}$|^views?:? [\d,.]+$|^[\d,.]+ (?:views|shares|likes|reads)$)")},
      {"web address", 3, RE2(R"((?i)^(?:https?://|www\.)\S+$)")},
  };
  // clang-format on
  return kRules;
}

// "Share  Tweet  Print  Save for later": buttons are named without a sentence around them.
bool is_button_row(const Part& part) {
  static const std::set<std::string, std::less<>> kButtons = {
      "share",    "tweet",   "print",     "email",     "mail",      "facebook",  "twitter",  "whatsapp",
      "linkedin", "reddit",  "telegram",  "pinterest", "messenger", "flipboard", "sms",      "copy",
      "link",     "save",    "pin",       "bookmark",  "listen",    "comment",   "comments", "like",
      "url",      "youtube", "instagram", "x",         "tumblr"};
  static const std::set<std::string, std::less<>> kFillers = {"on", "via",    "this",    "for",  "later", "it", "more",
                                                              "a",  "friend", "article", "with", "to",    "us", "by"};
  if (part.words == 0 || part.words > 16 || part.is_sentence) return false;
  std::size_t buttons = 0, others = 0;
  for (const std::string& word : words_of(part.plain)) {
    if (kButtons.count(word) > 0) {
      ++buttons;
    } else if (kFillers.count(word) == 0) {
      ++others;
    }
  }
  return others == 0 && (buttons >= 2 || (buttons == 1 && part.words <= 3));
}

// "Basin | Ruvenia | Business", "Home :: States :: Groups": short names between strokes, no sentence.
bool is_menu_row(const Part& part) {
  static const RE2 kStroke(R"(\s(?:\||>|›|»|·|•|::|/|→)\s)");
  if (part.is_row || part.is_sentence || part.words > 40 || part.words < 2) return false;
  std::string items = part.plain;
  const int strokes = RE2::GlobalReplace(&items, kStroke, "\n");
  return strokes >= 2 && part.words <= static_cast<std::uint32_t>(strokes + 1) * 4;
}

bool is_link_row(const Part& part) {
  return part.linked_words > 0 && part.linked_words * 10 >= part.words * 8 && !part.is_sentence;
}

// Longer paragraphs are no furniture, whatever their words; a line without blanks may be long as well.
constexpr std::uint32_t kLongestWords = 90;
constexpr std::size_t kLongestBytes = 1200;

constexpr std::uint32_t kFewestWordsOfStatement = 6;

// A full sentence that speaks of the world and not to the reader of the page.
bool is_statement(const Part& part) {
  static const RE2 kToReader(R"((?i)\b(?:you|your|please|click|this (?:site|website|page))\b|@|https?:|www\.)");
  if (!part.is_sentence || part.words < kFewestWordsOfStatement || part.plain.ends_with('?')) return false;
  return !RE2::PartialMatch(part.plain, kToReader);
}

const char* furniture_reason(const Part& part) {
  if (part.words > kLongestWords || part.plain.size() > kLongestBytes) return nullptr;
  for (const Rule& rule : rules()) {
    if (part.words > rule.max_words || (rule.form == Form::Line && is_statement(part))) continue;
    if (RE2::PartialMatch(part.plain, rule.pattern)) return rule.reason;
  }
  if (is_button_row(part)) return "share buttons";
  return is_menu_row(part) || is_link_row(part) ? "navigation" : nullptr;
}

bool is_list_heading(const Part& part) { return part.settled && part.reason == "read-more links"; }

// A headline below "Related": an item or a line that is no sentence.
bool is_linked_headline(const Part& part) { return part.words <= 25 && (part.is_item || !part.is_sentence); }

void mark_headlines_below(Parts& parts) {
  bool below = false;
  for (Part& part : parts) {
    if (is_list_heading(part)) {
      below = true;
    } else if (below && !part.settled && is_linked_headline(part)) {
      part.settle(Zone::Furniture, "read-more link");
    } else {
      below = below && part.settled;
    }
  }
}

bool opens_comments(const Part& part) {
  static const RE2 kHead(
      R"((?i)^(?:leave a (?:comment|reply)|comments?|\d+ (?:comments?|responses?)|reader comments|join the (?:conversation|discussion)|share your (?:point of view|thoughts|views))\b)");
  return part.settled && part.reason == "comment form" && part.words <= 8 && RE2::PartialMatch(part.plain, kHead);
}

// What follows the comments' heading is not the author's. A heading above the article is only a link to it.
void mark_comments_below(Parts& parts) {
  std::uint32_t whole = 0, before = 0;
  for (const Part& part : parts) whole += part.words;
  for (std::size_t at = 0; at < parts.size(); ++at) {
    before += parts[at].words;
    if (!opens_comments(parts[at]) || before * 2 < whole) continue;
    for (std::size_t below = at + 1; below < parts.size(); ++below) {
      if (!parts[below].settled) parts[below].settle(Zone::Furniture, "comments");
    }
    return;
  }
}

// "Contact: Jane Roe, +47 …". A sentence about enquiries may stand anywhere, and nothing below depends on it.
bool is_address_of_issuer(const Part& part) { return part.reason == "contact" && !part.is_sentence; }

// After "- ends -" or the address for enquiries a release only speaks of its issuer.
void mark_below_end(Parts& parts) {
  for (std::size_t at = 0; at < parts.size(); ++at) {
    const bool ends = parts[at].settled && (parts[at].reason == "end mark" || is_address_of_issuer(parts[at]));
    if (!ends || at * 2 < parts.size()) continue;
    for (std::size_t below = at + 1; below < parts.size(); ++below) {
      if (!parts[below].settled) parts[below].settle(Zone::Furniture, "boilerplate");
    }
    return;
  }
}

}  // namespace

void mark_furniture(Parts& parts) {
  for (Part& part : parts) {
    if (part.settled) continue;
    if (const char* reason = furniture_reason(part)) part.settle(Zone::Furniture, reason);
  }
  mark_headlines_below(parts);
  mark_comments_below(parts);
  mark_below_end(parts);
}

}  // namespace demarche::ingest
