// SPDX-License-Identifier: Apache-2.0
// Figures that differ between statements without a coded event: the dead of one text as two sources give them, a share,
// and sums claimed and received.
#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/amounts.h"
#include "analysis/disputes.h"
#include "analysis/identity.h"
#include "analysis/words.h"

namespace demarche::analysis {

namespace {

using record::QuantityItem;

struct Stated {
  int utterance = -1;
  QuantityItem amount;
};

bool differ(const QuantityItem& a, const QuantityItem& b) { return !may_be_one_figure(a, b); }

std::string kind_key(const QuantityItem& amount) { return amount.kind + "|" + amount.unit; }

// Near each other in one text, by two voices, of one kind; a share must be of one issue as well.
bool are_of_one_thing(const Utterance& one, const Utterance& other, const QuantityItem& amount) {
  constexpr std::uint32_t kReach = 900;
  if (one.voice.key == other.voice.key) return false;
  const std::uint32_t apart =
      std::max(one.content.begin, other.content.begin) - std::min(one.content.begin, other.content.begin);
  if (apart > kReach) return false;
  if (amount.kind == "killed" || amount.kind == "injured") return true;
  return amount.kind == "percent" && share(one.themes, other.themes);
}

class StatedFigures {
 public:
  StatedFigures(const Corpus& corpus, const std::set<std::pair<int, std::string>>& known)
      : corpus_(corpus), known_(known) {}
  void find(Disputes& found);

 private:
  void read(int index);
  void claimed_and_received(int index, Disputes& found) const;
  void pair(const std::vector<Stated>& stated);
  Dispute dispute_of(const std::string& key, const std::set<std::pair<int, std::size_t>>& members) const;
  const Utterance& utterance(int index) const { return corpus_.utterances[static_cast<std::size_t>(index)]; }

  const Corpus& corpus_;
  const std::set<std::pair<int, std::string>>& known_;  // document and kind that coded events already dispute
  std::map<int, std::vector<Stated>> by_document_;
  std::map<std::string, std::set<std::pair<int, std::size_t>>>
      groups_;  // kind and values → (document, place in by_document_)
};

void StatedFigures::read(int index) {
  const Utterance& said = utterance(index);
  const std::string words = corpus_.texts[static_cast<std::size_t>(said.document)].words(said.content);
  for (const QuantityItem& amount : amounts_in(words.substr(0, 600), *corpus_.lexicon)) {
    by_document_[said.document].push_back({.utterance = index, .amount = amount});
  }
}

std::string turns_to(const Corpus& corpus, const std::string& words, const QuantityItem& one,
                     const QuantityItem& other) {
  const std::string before = words.substr(0, one.span.begin),
                    between = words.substr(one.span.end, other.span.begin - one.span.end);
  const bool is_set_against = corpus.lexicon->has_part(before, "claimed") &&
                              corpus.lexicon->has_part(between, "turn") &&
                              corpus.lexicon->has_part(between, "received");
  return is_set_against ? figure_text(other) : "";
}

void StatedFigures::claimed_and_received(int index, Disputes& found) const {
  const Utterance& said = utterance(index);
  const std::string words = corpus_.quote(said).words;
  const auto amounts = amounts_in(words, *corpus_.lexicon);
  for (std::size_t i = 0; i + 1 < amounts.size(); ++i) {
    const QuantityItem &one = amounts[i], &other = amounts[i + 1];
    if (one.kind != "money" || kind_key(one) != kind_key(other) || !differ(one, other)) continue;
    const std::string received = turns_to(corpus_, words, one, other);
    if (received.empty()) continue;
    DisputeMaker maker(corpus_, "figure");
    maker.add("claimed", said.voice, "claimed: " + figure_text(one), said);
    maker.add("received", said.voice, "received: " + received, said);
    const std::string theme = shared_theme(said.themes, {});
    found.push_back(maker.finish("stated" + words,
                                 "How much money was claimed by " + said.voice.name + ", and how much received" +
                                     (theme.empty() ? "" : " (" + theme + ")") + "?",
                                 "", theme, 0.85));
    return;
  }
}

void StatedFigures::pair(const std::vector<Stated>& stated) {
  for (std::size_t i = 0; i < stated.size(); ++i) {
    for (std::size_t j = i + 1; j < stated.size(); ++j) {
      const QuantityItem &a = stated[i].amount, &b = stated[j].amount;
      const Utterance &one = utterance(stated[i].utterance), &other = utterance(stated[j].utterance);
      if (kind_key(a) != kind_key(b) || !differ(a, b) || !are_of_one_thing(one, other, a)) continue;
      if (known_.contains({one.document, a.kind})) continue;
      const std::string low = figure_text(a.value < b.value ? a : b), high = figure_text(a.value < b.value ? b : a);
      auto& group = groups_[kind_key(a) + "|" + low + "|" + high];
      group.insert({one.document, i});
      group.insert({one.document, j});
    }
  }
}

// The title says what the text is about, which the bare figure does not.
Dispute StatedFigures::dispute_of(const std::string& key, const std::set<std::pair<int, std::size_t>>& members) const {
  DisputeMaker maker(corpus_, "figure");
  std::vector<const Stated*> sorted;
  for (const auto& [document, place] : members) sorted.push_back(&by_document_.at(document)[place]);
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const Stated* a, const Stated* b) { return a->amount.value < b->amount.value; });
  std::vector<std::string> themes;
  const Stated* first = *std::min_element(sorted.begin(), sorted.end(), [&](const Stated* a, const Stated* b) {
    return std::tie(utterance(a->utterance).said, utterance(a->utterance).id) <
           std::tie(utterance(b->utterance).said, utterance(b->utterance).id);
  });
  for (const Stated* each : sorted) {
    const Utterance& said = utterance(each->utterance);
    const std::string value = figure_text(each->amount);
    maker.add(value, said.voice, value, said);
    if (themes.empty()) themes = said.themes;
  }
  const std::string& kind = sorted.front()->amount.kind;
  const Source& source = *corpus_.texts[static_cast<std::size_t>(utterance(first->utterance).document)].source;
  std::string question = kind == "killed"    ? "How many were killed"
                         : kind == "injured" ? "How many were injured"
                                             : "What share";
  const std::string theme = shared_theme(themes, {});
  if (kind == "percent" && !theme.empty()) question += " (" + theme + ")";
  question += source.document.title.empty() ? "?" : ": “" + source.document.title + "”?";
  return maker.finish(key, question, "", theme, kind == "killed" ? 0.95 : 0.8);
}

void StatedFigures::find(Disputes& found) {
  std::set<std::string> told;
  for (std::size_t i = 0; i < corpus_.utterances.size(); ++i) {
    const Utterance& said = corpus_.utterances[i];
    read(static_cast<int>(i));
    if (told.insert(corpus_.quote(said).words).second) claimed_and_received(static_cast<int>(i), found);
  }
  for (const auto& [document, stated] : by_document_) pair(stated);
  for (const auto& [key, members] : groups_) found.push_back(dispute_of(key, members));
}

}  // namespace

void find_stated_figures(const Corpus& corpus, const std::set<std::pair<int, std::string>>& known, Disputes& found) {
  StatedFigures(corpus, known).find(found);
}

}  // namespace demarche::analysis
