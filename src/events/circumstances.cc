// SPDX-License-Identifier: Apache-2.0
#include "events/circumstances.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "base/utf8.h"

namespace demarche::events {

namespace {

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
