// SPDX-License-Identifier: Apache-2.0
#include "analysis/positions/stands.h"

#include <algorithm>
#include <map>
#include <optional>

#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

// `Answer` is ordered from giving to withholding, `Wish` from asking to pressing, `Fact` from admitting to charging.
const std::map<std::string_view, Stand>& stands() {
  static const std::map<std::string_view, Stand> kStands = {
      {"assert", {"asserts", Family::Fact, 1, 2, 0}},
      {"deny", {"denies", Family::Fact, -1, 0, 0}},
      {"acknowledge", {"acknowledges", Family::Fact, 1, 2, 0}},
      {"complain", {"complains", Family::Fact, 1, 2, 0}},
      {"accuse", {"accuses", Family::Fact, 1, 3, 0}},
      {"condemn", {"condemns", Family::Fact, 1, 3, 0}},
      {"propose", {"proposes", Family::Wish, 0, 1, 0}},
      {"ask", {"asks", Family::Wish, 0, 2, 0}},
      {"demand", {"demands", Family::Wish, 0, 3, 0}},
      {"warn", {"warns", Family::Wish, -1, 5, 0}},
      {"threaten", {"threatens", Family::Wish, -1, 6, 0}},
      {"praise", {"praises", Family::Answer, 1, 0, 0}},
      {"agree", {"agrees", Family::Answer, 1, 0, 0}},
      {"promise", {"promises", Family::Answer, 1, 0, 0}},
      {"offer", {"offers", Family::Answer, 1, 0, 0}},
      {"conditional", {"sets conditions", Family::Answer, 0, 1, 0}},
      {"refuse", {"refuses", Family::Answer, -1, 2, 0}},
      {"evade", {"takes no stand", Family::Silence, 0, 0, 0}}};
  return kStands;
}

const Stand& stand_named(std::string_view act) {
  static const Stand kOther{"says", Family::Fact, 0, 0, 0};
  const auto found = stands().find(act);
  return found == stands().end() ? kOther : found->second;
}

// What tells of the wish or the deed, and not how somebody stands.
bool is_other(const std::string& label) { return label == "toward" || label == "away" || label == "gets"; }

// Whether a wish is to begin or keep something, or to end it; 0 when it says both or neither.
int direction_in(const Lexicon& lexicon, const std::string& words) {
  bool has_toward = false, has_away = false;
  for (const auto& match : lexicon.stances(words)) {
    has_toward |= match.theme == "toward";
    has_away |= match.theme == "away";
  }
  return int(has_toward) - int(has_away);
}

// Of words in one place the longest say it ("we will not", not "we will"); of places the first, but silence and
// conditions go before all.
std::string stance_in(const Lexicon& lexicon, const std::string& words) {
  auto matches = lexicon.stances(words);
  std::erase_if(matches, [](const auto& match) { return is_other(match.theme); });
  for (const std::string_view first : {"silent", "conditional"}) {
    for (const auto& match : matches) {
      if (match.theme == first) return std::string(first);
    }
  }
  const Lexicon::Match* best = nullptr;
  for (const auto& match : matches) {
    if (!best || (match.begin < best->end && match.end - match.begin > best->end - best->begin)) best = &match;
  }
  return best ? best->theme : "";
}

std::string act_of_stance(const std::string& stance) {
  if (stance == "silent") return "evade";
  if (stance == "unopposed") return "agree";
  return stance == "affirm" ? "acknowledge" : stance;
}

bool is_own_deed(const Claim& claim, const Utterance& utterance) {
  return agree(voices_of(claim.actors), {utterance.voice.id});
}

// "it would resume deliveries", "we are not going to hand him over": what the speaker says of his own deeds to come.
std::string act_by_deeds(const Corpus& corpus, const Utterance& utterance) {
  for (const int index : utterance.claims) {
    const Claim& claim = corpus.claims[static_cast<std::size_t>(index)];
    if (claim.ground != Ground::Future || !is_own_deed(claim, utterance)) continue;
    return claim.event->polarity == "negated" || claim.stance == Stance::Refuses ? "refuse" : "promise";
  }
  return "";
}

// "announced that it had halted deliveries": what he says that he did.
Stand stand_by_deeds_done(const Corpus& corpus, const Utterance& utterance) {
  for (const int index : utterance.claims) {
    const Claim& claim = corpus.claims[static_cast<std::size_t>(index)];
    if (claim.ground == Ground::Fact && claim.stance == Stance::Affirms && is_own_deed(claim, utterance))
      return stand_of_deed(corpus, claim);
  }
  return {};
}

// The beginning of what is said, without what another voice says within it.
std::string words_of_content(const Corpus& corpus, const Utterance& utterance) {
  constexpr std::uint32_t kLong = 420;
  const Text& text = corpus.texts[static_cast<std::size_t>(utterance.document)];
  const record::Range own{utterance.content.begin, std::min(utterance.content.end, utterance.content.begin + kLong)};
  std::string words;
  std::uint32_t at = own.begin;
  const int self = text.first_utterance + utterance.nr;
  for (std::size_t i = static_cast<std::size_t>(self) + 1; i < corpus.utterances.size(); ++i) {
    const Utterance& inner = corpus.utterances[i];
    if (inner.document != utterance.document) break;
    if (inner.inside != self || inner.voice.key == utterance.voice.key || inner.whole.begin < at) continue;
    if (inner.whole.begin >= own.end) continue;
    words += text.words({at, inner.whole.begin}) + " – ";
    at = std::min(inner.whole.end, own.end);
  }
  return words + text.words({at, own.end});
}

// "We will not hand him over" refuses, though it was read as a denial.
bool says_what_will_not_be(const Lexicon& lexicon, const std::string& words) {
  const auto matches = lexicon.stances(words);
  return std::any_of(matches.begin(), matches.end(), [&](const auto& match) {
    const auto each = words_of(std::string_view(words).substr(match.begin, match.end - match.begin));
    return match.theme == "refuse" && std::any_of(each.begin(), each.end(), [](const Word& word) {
             return word.text == "will" || word.text == "shall" || word.text == "won";
           });
  });
}

// Acts that leave open where the speaker stands: "said", and an answer that is neither yes nor no.
bool is_open(const std::string& act) { return act == "assert" || act == "evade"; }
bool may_be_conditional(const std::string& act) {
  return act == "promise" || act == "offer" || act == "agree" || act == "propose" || act == "acknowledge";
}

}  // namespace

namespace {

Stand stand_by_words(const Corpus& corpus, const Utterance& utterance, const std::string& words) {
  const std::string& act = utterance.act();
  const Text& text = corpus.texts[static_cast<std::size_t>(utterance.document)];
  constexpr std::uint32_t kStart = 60;
  const std::string around =
      stance_in(*corpus.lexicon,
                text.words({utterance.whole.begin, std::min(utterance.content.begin + kStart, utterance.whole.end)}));
  std::string by_words = stance_in(*corpus.lexicon, words);
  if ((is_open(act) || act == "refuse") && (by_words == "silent" || around == "silent")) return stand_named("evade");
  if (by_words == "conditional" && (is_open(act) || may_be_conditional(act))) return stand_named("conditional");
  const bool is_no = act == "refuse" || act == "deny";
  if (is_no && (by_words == "unopposed" || around == "unopposed")) return stand_named("agree");
  if (act == "deny" && says_what_will_not_be(*corpus.lexicon, words)) return stand_named("refuse");
  if (!is_open(act)) return stand_named(act);
  const std::string by_deeds = act_by_deeds(corpus, utterance);
  if (!by_deeds.empty()) return stand_named(by_deeds);
  if (by_words.empty()) by_words = around;
  if (!by_words.empty()) return stand_named(act_of_stance(by_words));
  Stand done = stand_by_deeds_done(corpus, utterance);
  if (!done.name.empty()) return done;
  return stand_named(utterance.statement->polarity == "negated" ? "deny" : "assert");
}

}  // namespace

Stand stand_of(const Corpus& corpus, const Utterance& utterance) {
  const std::string words = words_of_content(corpus, utterance);
  Stand stand = stand_by_words(corpus, utterance, words);
  if (stand.family == Family::Wish) stand.direction = direction_in(*corpus.lexicon, words);
  return stand;
}

namespace {

// "It allowed a sanctuary to persist": who gives a hiding place gives way to nobody, but helps.
bool shelters(const Corpus& corpus, const Claim& claim) {
  const std::string sentence = corpus.texts[static_cast<std::size_t>(claim.document)].words(claim.event->sentence);
  const auto families = corpus.lexicon->matches(sentence, Lexicon::Table::Families);
  return std::any_of(families.begin(), families.end(), [](const auto& match) { return match.theme == "deed shelter"; });
}

// "Peru received 14 million": what one gets is another's deed.
bool is_received(const Corpus& corpus, const Claim& claim) {
  const Text& text = corpus.texts[static_cast<std::size_t>(claim.document)];
  return std::any_of(claim.event->trigger.begin(), claim.event->trigger.end(), [&](const record::Range& range) {
    const auto matches = corpus.lexicon->stances(text.words(range));
    return std::any_of(matches.begin(), matches.end(), [](const auto& match) { return match.theme == "gets"; });
  });
}

}  // namespace

Stand stand_of_deed(const Corpus& corpus, const Claim& claim) {
  static const std::map<std::string_view, Stand> kDeeds = {
      {"AGREE", {"agrees", Family::Answer, 1, 0, 0}},         {"SUPPORT", {"supports", Family::Answer, 1, 0, 0}},
      {"COOPERATE", {"cooperates", Family::Answer, 1, 0, 0}}, {"AID", {"aids", Family::Answer, 1, 0, 0}},
      {"CONCEDE", {"gives way", Family::Answer, 1, 0, 0}},    {"RETREAT", {"gives way", Family::Answer, 1, 0, 0}},
      {"REJECT", {"refuses", Family::Answer, -1, 2, 0}},      {"REQUEST", {"demands", Family::Wish, 0, 3, 0}},
      {"THREATEN", {"threatens", Family::Wish, -1, 6, 0}},    {"PROTEST", {"protests", Family::Wish, -1, 4, 0}},
      {"SANCTION", {"sanctions", Family::Wish, -1, 7, 0}},    {"COERCE", {"uses pressure", Family::Wish, -1, 7, 0}}};
  if (is_received(corpus, claim)) return {};
  const bool gives_way = claim.event->event == "CONCEDE" || claim.event->event == "RETREAT";
  const auto found = kDeeds.find(gives_way && shelters(corpus, claim) ? "SUPPORT" : claim.event->event);
  return found == kDeeds.end() ? Stand{} : found->second;
}

// What is asserted and what is denied may be two things; what was denied and is then admitted is one.
bool are_of_one_fact(const Stand& before, const Stand& now) {
  if (before.side == now.side) return true;
  return before.side < 0 ? now.name == "acknowledges" : before.name == "acknowledges";
}

bool are_comparable(const Stand& before, const Stand& now) {
  if (before.family == Family::Fact && now.family == Family::Fact) return are_of_one_fact(before, now);
  if (before.family == now.family || now.family == Family::Silence) return true;
  if (before.family == Family::Silence) return false;
  return before.family != Family::Fact && now.family != Family::Fact && before.side * now.side != 0;
}

std::string_view change_between(const Stand& before, const Stand& now) {
  if (now.family == Family::Silence) return before.family == now.family ? "same" : "softened";
  if (before.family != now.family)
    return before.side == now.side ? "same" : before.side > now.side ? "hardened" : "softened";
  if (before.side * now.side < 0 || before.direction * now.direction < 0) return "reversed";
  if (before.force == now.force) return "same";
  return now.force > before.force ? "hardened" : "softened";
}

}  // namespace demarche::analysis
