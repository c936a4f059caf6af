// SPDX-License-Identifier: Apache-2.0
#include "events/circumstances.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "base/utf8.h"

namespace demarche::events {

namespace {

bool follows_place_word(const Document& document, Span span) {
  constexpr std::array<std::string_view, 14> kWords = {"in",     "at",   "near",   "inside",     "outside",
                                                       "across", "into", "around", "throughout", "on",
                                                       "along",  "of",   "from",   "over"};
  const std::uint32_t reach =
      std::min(span.begin, 64u);  // two short words; a trim from the text's begin costs its length
  std::string_view before = trim(document.view({span.begin - reach, span.begin}));
  if (before.ends_with(" the")) before = trim(before.substr(0, before.size() - 4));
  const std::size_t at = before.find_last_of(" \n");
  const std::string word = fold_case(at == std::string_view::npos ? before : before.substr(at + 1));
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

bool is_participant(const Event& event, Span span) {
  const auto has = [&](const Participant& each) { return each.span == span; };
  return std::any_of(event.actors.begin(), event.actors.end(), has) ||
         std::any_of(event.recipients.begin(), event.recipients.end(), has);
}

struct Fit {
  std::string_view event;
  std::string_view kinds;
};

// Which figures can be a figure of which deed. What is not listed takes money and counts.
constexpr std::array<Fit, 7> kFits = {{
    {"ASSAULT", "killed injured missing abducted count displaced"},
    {"COERCE", "arrested abducted displaced money count"},
    {"MOBILIZE", "troops count"},
    {"RETREAT", "troops arrested released count"},
    {"PROTEST", "count arrested"},
    {"CONSULT", ""},
    {"ACCUSE", ""},
}};

bool fits(const std::string& event, const std::string& kind) {
  for (const Fit& fit : kFits) {
    if (fit.event == event) return fit.kinds.find(kind) != std::string_view::npos;
  }
  return kind == "money" || kind == "percent" || kind == "troops" || kind == "measure" || kind == "count";
}

// `triggers` are in text order.
bool stands_nearer_to_another(const Event& event, Span span, const Spans& triggers) {
  const Span own = event.trigger.front();
  const auto first = std::lower_bound(triggers.begin(), triggers.end(), event.sentence.begin,
                                      [](Span trigger, std::uint32_t begin) { return trigger.begin < begin; });
  for (auto other = first; other != triggers.end() && event.sentence.contains(*other); ++other) {
    if (distance(span, *other) < distance(span, own)) return true;
  }
  return false;
}

}  // namespace

std::optional<places::Place> place_of(const Document& document, const Event& event,
                                      const std::vector<places::Place>& places) {
  const places::Place* best = nullptr;
  const Span trigger = event.trigger.front();
  for (const auto& place : places) {
    if (!event.sentence.contains(place.span) || is_participant(event, place.span)) continue;
    if (!follows_place_word(document, place.span)) continue;
    if (!best || distance(place.span, trigger) < distance(best->span, trigger)) best = &place;
  }
  return best ? std::optional(*best) : std::nullopt;
}

std::vector<Quantity> quantities_of(const quantities::Recognizer& recognizer, const Document& document,
                                    const Event& event, const Spans& triggers) {
  std::vector<Quantity> kept;
  for (Quantity& quantity : recognizer.find(document.text(), event.sentence)) {
    if (!fits(event.event, quantity.kind)) continue;
    if (stands_nearer_to_another(event, quantity.span, triggers)) continue;
    kept.push_back(std::move(quantity));
  }
  return kept;
}

Contexts::Contexts(const std::filesystem::path& table) {
  for (const TsvRow& row : read_tsv(table, {"word", "context", "by"})) {
    contexts_[fold_case(row["word"])].push_back(row["context"]);
  }
}

std::vector<std::string> Contexts::of(std::string_view sentence) const {
  std::vector<std::string> words, found;
  for (const auto& token : language::split_tokens(sentence, {0, static_cast<std::uint32_t>(sentence.size())})) {
    words.push_back(fold_case(sentence.substr(token.span.begin, token.span.size())));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string phrase;
    for (std::size_t length = 0; length < 3 && i + length < words.size(); ++length) {
      phrase += (length ? " " : "") + words[i + length];
      const auto hit = contexts_.find(phrase);
      if (hit != contexts_.end()) found.insert(found.end(), hit->second.begin(), hit->second.end());
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace demarche::events
