// SPDX-License-Identifier: Apache-2.0
// What the reports of one happening say of it: its parties, the table of values by voice, how many tell it.
#include <algorithm>
#include <set>

#include "analysis/claims/identity.h"
#include "analysis/claims/origins.h"
#include "analysis/happenings/happenings.h"
#include "analysis/happenings/retellings.h"
#include "analysis/words/halves.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

namespace {

// Of the claims of a group, what they say of it, gathered.
class Telling {
 public:
  Telling(const Corpus& corpus, const Group& group, const std::vector<Retelling>& retellings)
      : corpus_(corpus), group_(group), retellings_(retellings) {}
  Happening tell();

 private:
  void add(const Claim& claim);
  void add_values(const Claim& claim);
  void add_value(const Claim& claim, const std::string& field, const std::string& value);
  std::string doers(const Claim& claim) const;
  std::vector<Told> passages_told() const;
  Quote quote(const Retelling& retelling) const;
  void count();

  const Corpus& corpus_;
  const Group& group_;
  const std::vector<Retelling>& retellings_;
  Happening made_;
  std::set<std::pair<int, record::Range>> sentences_;
  double doubt_ = 1;
};

// The same voice says the same thing once, whatever it is called in the text ("Tarvessa", "its foreign ministry").
bool is_same_voice(const Value& known, const Voice& voice) {
  return known.name == voice.name || (!voice.id.empty() && known.who == Ids{voice.id});
}

void Telling::add_value(const Claim& claim, const std::string& field, const std::string& value) {
  const bool is_known = std::any_of(made_.values.begin(), made_.values.end(), [&](const Value& known) {
    return known.field == field && known.value == value && is_same_voice(known, claim.voice);
  });
  if (is_known || value.empty()) return;
  made_.values.push_back({.field = field,
                          .value = value,
                          .who = claim.voice.id.empty() ? Ids{} : Ids{claim.voice.id},
                          .name = claim.voice.name,
                          .evidence = corpus_.quote(claim)});
}

// Doers without an id are called as the text calls them, when that is a name.
std::string Telling::doers(const Claim& claim) const {
  if (!claim.actors.empty()) return listed(corpus_.names_of(claim.actors));
  std::vector<std::string> names;
  for (const auto& party : claim.event->actors) {
    const std::string words = corpus_.texts[static_cast<std::size_t>(claim.document)].words(party.span);
    const auto name = words.find_first_of(' ') == std::string::npos ? 0 : words.find_first_of(' ') + 1;
    if (party.actor.actor.empty() && starts_with_upper(std::string_view(words).substr(name))) names.push_back(words);
  }
  return listed(names);
}

// What is demanded or promised has figures and nothing else yet; who denies a deed names no doer of it.
void Telling::add_values(const Claim& claim) {
  for (const auto& quantity : claim.event->quantities) add_value(claim, quantity.kind, figure_text(quantity));
  if (claim.ground != Ground::Fact || claim.stance == Stance::Denies) return;
  if (claim.quad() == 4) add_value(claim, "perpetrator", doers(claim));
  if (claim.event->place) add_value(claim, "place", claim.event->place->name);
  if (claim.when.is_known()) add_value(claim, "date", period_text(claim.when));
}

void Telling::add(const Claim& claim) {
  add_values(claim);
  made_.events.push_back(claim.id);
  if (!sentences_.emplace(claim.document, claim.event->sentence).second) return;
  made_.evidence.push_back(corpus_.quote(claim));
  doubt_ *= 1 - std::clamp(claim.score, 0.0, 0.99);
}

std::vector<Told> Telling::passages_told() const {
  std::vector<Told> told;
  for (const int index : group_.claims) {
    const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
    told.push_back({.document = claim.document, .sentence = claim.event->sentence, .utterance = claim.utterance});
  }
  for (const Retelling& retelling : retellings_)
    told.push_back({.document = retelling.document, .sentence = retelling.sentence, .utterance = retelling.utterance});
  return told;
}

// Its item is the statement in which it stands, if any.
Quote Telling::quote(const Retelling& retelling) const {
  const std::string item =
      retelling.utterance < 0 ? "" : corpus_.utterances[static_cast<std::size_t>(retelling.utterance)].id;
  return corpus_.quote(retelling.document, retelling.sentence, kNoDay, item);
}

void Telling::count() {
  std::set<std::string> outlets;
  std::set<int> documents;
  for (const int index : group_.claims) documents.insert(corpus_.claims[static_cast<std::size_t>(index)].document);
  for (const Retelling& retelling : retellings_) documents.insert(retelling.document);
  std::size_t copies = 0;
  for (const int document : documents) {
    const Source& source = *corpus_.texts[static_cast<std::size_t>(document)].source;
    outlets.insert(source.document.outlet.empty() ? source.document.path : source.document.outlet);
    copies += source.copies;
  }
  made_.reports = static_cast<int>(sentences_.size() + retellings_.size() + copies);
  made_.outlets = static_cast<int>(outlets.size());
  made_.origins = count_origins(corpus_, passages_told());
}

Happening Telling::tell() {
  const Claim& first = corpus_.claims[static_cast<std::size_t>(group_.claims.front())];
  made_.event = group_.event;
  made_.mode = group_.mode;
  made_.actors = group_.actors;
  made_.recipients = group_.recipients;
  if (!first.themes.empty()) made_.theme = first.themes.front();
  made_.lo = day_text(first.when.lo);
  made_.hi = day_text(first.when.hi);
  if (first.event->date) made_.precision = first.event->date->precision;
  for (const int index : group_.claims) {
    const Claim& claim = corpus_.claims[static_cast<std::size_t>(index)];
    if (made_.place.empty() && claim.event->place) made_.place = claim.event->place->name;
    add(claim);
  }
  for (const Retelling& retelling : retellings_) made_.evidence.push_back(quote(retelling));
  count();
  made_.score = 1 - doubt_;
  made_.id = finding_id('h', first.id);
  return std::move(made_);
}

}  // namespace

std::vector<Happening> happenings_of(const Corpus& corpus, const Grouped& grouped) {
  const auto retellings = retellings_of(corpus, grouped);
  return in_halves(grouped.groups.size(), [&](std::size_t begin, std::size_t end) {
    std::vector<Happening> happenings;
    for (std::size_t i = begin; i < end; ++i)
      happenings.push_back(Telling(corpus, grouped.groups[i], retellings[i]).tell());
    return happenings;
  });
}

}  // namespace demarche::analysis
