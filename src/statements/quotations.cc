// SPDX-License-Identifier: Apache-2.0
#include "statements/quotations.h"

#include <algorithm>

#include "statements/content.h"

namespace demarche::statements {

namespace {

using reader::Attribution;

// The paragraph that holds a span; the span itself when it lies in none.
Span paragraph_of(const Document& document, Span span) {
  std::uint32_t begin = span.begin, end = span.end;
  const std::string_view text = document.text();
  while (begin > 0 && text[begin - 1] != '\n') --begin;
  while (end < text.size() && text[end] != '\n') ++end;
  return {begin, end};
}

// It has its cue in this paragraph, before the piece, and quotes there before the cue.
bool goes_on(const Document& document, const Attribution& attribution, Span paragraph, Span piece) {
  if (attribution.inside >= 0 || attribution.cue.empty()) return false;
  const Span cue = attribution.cue.back();
  if (!paragraph.contains(cue) || cue.begin > piece.begin) return false;
  return std::any_of(attribution.content.begin(), attribution.content.end(), [&](Span part) {
    return paragraph.contains(part) && part.end <= cue.begin && form_of(document, {part}) == Form::Direct;
  });
}

// The nearest before the piece.
Attribution* home_of(const Document& document, std::vector<Attribution>& all, Span piece) {
  const Span paragraph = paragraph_of(document, piece);
  Attribution* nearest = nullptr;
  for (Attribution& attribution : all) {
    if (!goes_on(document, attribution, paragraph, piece)) continue;
    if (!nearest || nearest->cue.back() < attribution.cue.back()) nearest = &attribution;
  }
  return nearest;
}

}  // namespace

void bring_home(const Document& document, reader::Annotations& annotations) {
  auto& all = annotations.attributions;
  for (Attribution& attribution : all) {
    if (attribution.inside >= 0 || attribution.cue.empty()) continue;
    const Span own = paragraph_of(document, attribution.cue.front());
    Spans kept;
    for (const Span piece : attribution.content) {
      const bool is_away = !own.contains(piece) && form_of(document, {piece}) == Form::Direct;
      Attribution* home = is_away ? home_of(document, all, piece) : nullptr;
      Spans& goes_to = home && home != &attribution ? home->content : kept;
      goes_to.push_back(piece);
      std::sort(goes_to.begin(), goes_to.end());
    }
    attribution.content = kept;
  }
}

void drop_strays(const Document& document, reader::Annotations& annotations) {
  for (Attribution& attribution : annotations.attributions) {
    if (attribution.cue.empty()) continue;
    const Span own = paragraph_of(document, attribution.cue.front());
    const auto is_at_home = [&](Span piece) { return own.contains(piece); };
    if (std::none_of(attribution.content.begin(), attribution.content.end(), is_at_home)) continue;
    std::erase_if(attribution.content,
                  [&](Span piece) { return piece.end <= own.begin && form_of(document, {piece}) == Form::Indirect; });
  }
}

void take_out_signed(const std::vector<Turn>& turns, reader::Annotations& annotations) {
  for (const Turn& turn : turns) {
    if (!turn.is_signed) continue;
    const Span quotation = turn.words.front();
    for (Attribution& attribution : annotations.attributions) {
      const bool is_within = std::any_of(attribution.cue.begin(), attribution.cue.end(),
                                         [&](Span cue) { return quotation.contains(cue); });
      if (is_within || is_label({turn}, attribution)) continue;
      std::erase_if(attribution.content, [&](Span piece) { return quotation.overlaps(piece); });
    }
  }
}

}  // namespace demarche::statements
