// SPDX-License-Identifier: Apache-2.0
// Accusations that the accused leaves without an answer, and those that go both ways.
#include <algorithm>

#include "analysis/disputes/disputes.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

// Acts that take a stand on what one is accused of.
bool answers(const Accusation& accusation, const Utterance& utterance) {
  constexpr int kEarlier = 3;
  if (!utterance.voice.is_named_actor() || !agree(accusation.accused, {utterance.voice.id})) return false;
  const bool takes_stand = utterance.act() == "deny" || utterance.act() == "acknowledge" ||
                           utterance.act() == "evade" || utterance.act() == "refuse" || utterance.act() == "agree" ||
                           utterance.act() == "accuse";
  if (takes_stand && utterance.document == accusation.document && utterance.whole.begin >= accusation.at) return true;
  if (!share(accusation.themes, utterance.themes)) return false;
  return accusation.said == kNoDay || utterance.said == kNoDay || utterance.said + kEarlier >= accusation.said;
}

std::string accused_voice(const Accusation& accusation) { return listed(voices_of(accusation.accused)); }

void add_accusation(DisputeMaker& maker, const Corpus& corpus, const Accusation& accusation, const std::string& side,
                    const std::string& stance) {
  if (accusation.utterance >= 0) {
    maker.add(side, accusation.accuser, stance, corpus.utterances[static_cast<std::size_t>(accusation.utterance)]);
  } else {
    maker.add(side, accusation.accuser, stance, corpus.claims[static_cast<std::size_t>(accusation.claim)]);
  }
}

// Statements by the root of their speaker and an issue, or their text: where an answer of an accused would stand.
using Answers = std::map<std::pair<std::string, std::string>, std::vector<int>>;

std::string place_of(int document) { return "@" + std::to_string(document); }

Answers statements_by_root(const Corpus& corpus) {
  Answers answers;
  for (std::size_t i = 0; i < corpus.utterances.size(); ++i) {
    const Utterance& utterance = corpus.utterances[i];
    if (!utterance.voice.is_named_actor()) continue;
    const std::string root = root_of(utterance.voice.id);
    answers[{root, place_of(utterance.document)}].push_back(static_cast<int>(i));
    for (const std::string& theme : utterance.themes) answers[{root, theme}].push_back(static_cast<int>(i));
  }
  return answers;
}

bool is_answered(const Corpus& corpus, const Accusation& accusation, const Answers& statements) {
  std::vector<std::string> places = accusation.themes;
  places.push_back(place_of(accusation.document));
  for (const std::string& id : accusation.accused) {
    for (const std::string& place : places) {
      const auto found = statements.find({root_of(id), place});
      if (found == statements.end()) continue;
      for (const int index : found->second) {
        if (answers(accusation, corpus.utterances[static_cast<std::size_t>(index)])) return true;
      }
    }
  }
  return false;
}

bool speaks_at_all(const Answers& statements, const std::string& root) {
  const auto first = statements.lower_bound({root, ""});
  return first != statements.end() && first->first.first == root;
}

// A turn of an interview accuses of much, and whether all of it was answered nobody can tell.
bool is_long(const Corpus& corpus, const Accusation& accusation) {
  constexpr std::uint32_t kSentence = 300;
  if (accusation.utterance < 0) return false;
  const auto whole = corpus.utterances[static_cast<std::size_t>(accusation.utterance)].whole;
  return whole.end - whole.begin > kSentence;
}

}  // namespace

void find_unanswered(const Corpus& corpus, const std::vector<Accusation>& accusations, const std::set<int>& answered,
                     Disputes& found) {
  const auto by_root = statements_by_root(corpus);
  std::map<std::string, std::vector<int>> open;
  std::set<std::string> closed;
  for (std::size_t i = 0; i < accusations.size(); ++i) {
    const Accusation& accusation = accusations[i];
    if (!accusation.accuser.is_named_actor() || accusation.themes.empty() || is_long(corpus, accusation)) continue;
    const bool speaks = std::any_of(accusation.accused.begin(), accusation.accused.end(),
                                    [&](const std::string& id) { return speaks_at_all(by_root, root_of(id)); });
    if (!speaks) continue;
    const std::string key =
        accusation.accuser.id + "|" + accused_voice(accusation) + "|" + shared_theme(accusation.themes, {});
    if (answered.contains(static_cast<int>(i)) || is_answered(corpus, accusation, by_root)) closed.insert(key);
    open[key].push_back(static_cast<int>(i));
  }
  for (const auto& [key, indexes] : open) {
    if (closed.contains(key)) continue;
    const Accusation& first = accusations[static_cast<std::size_t>(indexes.front())];
    DisputeMaker maker(corpus, "accusation-unanswered");
    for (const int index : indexes)
      add_accusation(maker, corpus, accusations[static_cast<std::size_t>(index)], "accuser", "accuses");
    maker.add_silent("accused", voices_of(first.accused), "no answer in the record");
    const std::string theme = shared_theme(first.themes, {});
    const std::string question = "What does " + names_in(corpus, voices_of(first.accused)) +
                                 " say to the accusation by " + corpus.name_of(first.accuser.id) +
                                 (theme.empty() ? "" : " over " + theme) + "?";
    found.push_back(maker.finish(key, question, "ACCUSE", theme, 0.8));
  }
}

namespace {

// Whether it tells of what one would have to answer for.
bool tells_of_wrong(const Propositions& propositions, const Passage& passage) {
  return std::any_of(passage.keys.begin(), passage.keys.end(), [&](Key key) {
    const std::string& word = propositions.word(key);
    return word.starts_with("=force ") || word.starts_with("=wrong ");
  });
}

bool charges(const Propositions& propositions, const Passage& passage) {
  if (passage.is_title || passage.is_negative || passage.is_rejection || passage.is_question) return false;
  return passage.act == "accuse" || passage.act == "condemn" || passage.has_mark("blame") || passage.act == "assert" ||
         passage.act == "complain" || tells_of_wrong(propositions, passage) ||
         (passage.utterance < 0 && passage.voice.is_named_actor());
}

// How well a passage fits as what nobody answered; 0 when it does not.
double fits_silence(const Propositions& propositions, const Passage& charge, const Passage& silence) {
  const int distance = silence.nr - charge.nr;
  if (!charges(propositions, charge) || distance < 0 || distance > 3 || (charge.has_mark("silent") && distance > 0))
    return 0;
  const Likeness likeness = propositions.compare(charge, silence);
  const bool accuses = charge.act == "accuse" || charge.has_mark("blame");
  return (accuses ? 3 : 1) + (tells_of_wrong(propositions, charge) ? 2 : 0) + likeness.weight / 3 +
         (likeness.parties.empty() ? 0 : 2) - 0.8 * distance;
}

// Whose silence is told: a party of the sentence that is not the accuser, else one of the charge.
Ids silent_party(const Passage& charge, const Passage& silence) {
  for (const Passage* passage : {&silence, &charge}) {
    for (const std::string& id : passage->parties) {
      if (!charge.voice.is_named_actor() || !meet({id}, {charge.voice.id})) return {voice_of(id)};
    }
  }
  return {};
}

int charge_before(const Propositions& propositions, int index) {
  const Passage& silence = propositions.at(index);
  int best = -1;
  double most = 1.5;
  for (int i = propositions.of_document(silence.document).first; i < index; ++i) {
    const double fit = fits_silence(propositions, propositions.at(i), silence);
    if (fit >= most) best = i, most = fit;
  }
  return best;
}

}  // namespace

// "A accuses B. B has not replied": the text itself tells of the silence.
void find_noted_silences(const Propositions& propositions, Disputes& found) {
  const Corpus& corpus = propositions.corpus();
  std::set<int> met;
  for (std::size_t i = 0; i < propositions.all().size(); ++i) {
    const Passage& silence = propositions.at(static_cast<int>(i));
    if (!silence.has_mark("silent") || silence.is_question || silence.is_title) continue;
    const int charge = charge_before(propositions, static_cast<int>(i));
    if (charge < 0 || !met.insert(charge).second) continue;
    const Passage& said = propositions.at(charge);
    DisputeMaker maker(corpus, "accusation-unanswered");
    maker.add("accuser", said.voice, "accuses", propositions.quote(said), said.score);
    const Ids accused = silent_party(said, silence);
    Voice voice;
    if (!accused.empty()) voice.id = accused.front();
    voice.name = "the accused";
    maker.add("accused", voice, "no answer, as the text tells", propositions.quote(silence), silence.score);
    Dispute made =
        maker.finish(propositions.quote(said).item + std::to_string(said.nr),
                     "What is the answer to what " + name_in_question(corpus, said.voice) +
                         " charged: " + propositions.cite(said) + "?",
                     "ACCUSE", shared_theme(corpus.lexicon->themes(propositions.quote(said).words), {}), 0.8);
    made.why = "the text says of the accusation before it that no answer came";
    found.push_back(std::move(made));
  }
}

// A accuses B of what B accuses A of: neither denial nor silence, a pair.
void find_mutual_accusations(const Corpus& corpus, const std::vector<Accusation>& accusations, Disputes& found) {
  std::map<std::string, std::vector<int>> by_parties;
  auto key_of = [](const std::string& from, const std::string& to, const std::string& theme) {
    return from + "|" + to + "|" + theme;
  };
  for (std::size_t i = 0; i < accusations.size(); ++i) {
    const Accusation& accusation = accusations[i];
    const Ids accused = voices_of(accusation.accused);
    if (!accusation.accuser.is_named_actor() || accused.size() != 1) continue;
    for (const std::string& theme : accusation.themes)
      by_parties[key_of(accusation.accuser.id, accused.front(), theme)].push_back(static_cast<int>(i));
  }
  std::set<std::pair<std::string, std::string>> told;
  for (const auto& [key, indexes] : by_parties) {
    const Accusation& first = accusations[static_cast<std::size_t>(indexes.front())];
    const std::string from = first.accuser.id, to = voices_of(first.accused).front(),
                      theme = key.substr(key.rfind('|') + 1);
    const auto back = by_parties.find(key_of(to, from, theme));
    if (from >= to || back == by_parties.end() || !told.emplace(from, to).second) continue;
    DisputeMaker maker(corpus, "culprit");
    const std::string one = corpus.name_of(from), other = corpus.name_of(to);
    for (const int index : indexes)
      add_accusation(maker, corpus, accusations[static_cast<std::size_t>(index)], "one", "blames " + other);
    for (const int index : back->second)
      add_accusation(maker, corpus, accusations[static_cast<std::size_t>(index)], "other", "blames " + one);
    found.push_back(maker.finish(key, "Each accuses the other over " + theme + ": " + one + " or " + other + "?",
                                 "ACCUSE", theme, 0.85));
  }
}

}  // namespace demarche::analysis
