// SPDX-License-Identifier: Apache-2.0
#include "analysis/disputes/phrasing.h"

#include <cctype>
#include <set>

#include "analysis/claims/identity.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

std::string name_in_question(const Corpus& corpus, const Voice& voice) {
  if (voice.is_named_actor()) return corpus.name_of(voice.id);
  std::string name = voice.name;
  const auto words = words_of(name);
  static const std::set<std::string> kBeforeNames = {"the",  "a",    "an",   "one",     "two",    "three",
                                                     "four", "five", "some", "several", "many",   "most",
                                                     "each", "both", "all",  "other",   "others", "another"};
  if (words.size() > 1 && words[0].begin == 0 && kBeforeNames.contains(words[0].text))
    name[0] = static_cast<char>(std::tolower(name[0]));
  return name;
}

namespace {

// Ids where they are known, else the words of the text: "militants".
std::string party_names(const Corpus& corpus, const Claim& claim, const Ids& ids,
                        const std::vector<record::PartyItem>& parties) {
  if (!ids.empty()) return names_in(corpus, ids);
  std::vector<std::string> names;
  const Text& text = corpus.texts[static_cast<std::size_t>(claim.document)];
  for (const auto& party : parties)
    names.push_back(party.actor.name.empty() ? text.words(party.span) : party.actor.name.text());
  return listed(names);
}

}  // namespace

std::string question_of_blame(const Propositions& propositions, const Passage& one, const Passage& other,
                              const std::string& answers) {
  auto topic = propositions.topic(one, other);
  std::erase_if(topic, [](const std::string& word) { return starts_with_upper(word); });
  return "Who is to blame" + (topic.empty() ? std::string() : " (" + listed(topic) + ")") + "? " + answers + ".";
}

std::string question_about(const Corpus& corpus, const Claim& claim) {
  using Tense = Lexicon::Tense;
  const auto& event = *claim.event;
  const Tense tense = claim.ground == Ground::Future ? Tense::Future
                      : event.modality == "happened" ? Tense::Past
                                                     : Tense::Present;
  std::string actor = party_names(corpus, claim, claim.actors, event.actors);
  if (actor.empty()) actor = "anyone";
  std::string question =
      corpus.lexicon->question(event.event, event.mode, claim.themes, actor,
                               party_names(corpus, claim, claim.recipients, event.recipients), tense);
  std::string where;
  if (event.place && tense == Tense::Past) where += " at " + event.place->name;
  if (claim.when.is_known() && tense == Tense::Past) where += " (" + period_text(claim.when) + ")";
  return question.insert(question.size() - 1, where);
}

std::string shared_theme(const std::vector<std::string>& one, const std::vector<std::string>& other) {
  const auto both = common(one, other);
  if (!both.empty()) return both.front();
  return !one.empty() ? one.front() : !other.empty() ? other.front() : "";
}

}  // namespace demarche::analysis
