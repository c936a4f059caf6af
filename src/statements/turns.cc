// SPDX-License-Identifier: Apache-2.0
//
// A label is a short capitalised phrase before a colon at the head of a paragraph, or before a dash. One such paragraph
// proves nothing ("Background: …"). A document has turns when two labels alternate, one of them at least twice; the
// label whose turns ask questions is the interviewer's. A dash stands behind datelines and dates, too: it makes labels
// only where two of them come back and somebody asks.
#include "statements/turns.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "statements/content.h"

namespace demarche::statements {

namespace {

constexpr std::size_t kLongestLabel = 60;  // bytes
constexpr std::size_t kMostWords = 7;

struct Label {
  Span name;
  Span colon;
  Span rest;
};

// Markdown puts labels in bold.
Span without_marks(std::string_view text, Span span) {
  const auto is_mark = [&](std::uint32_t at) { return text[at] == '*' || text[at] == '_' || text[at] == ' '; };
  while (span.begin < span.end && is_mark(span.begin)) ++span.begin;
  while (span.end > span.begin && is_mark(span.end - 1)) --span.end;
  return span;
}

// The colon, or the dash with a blank on each side, that comes first.
std::optional<Span> mark_in(std::string_view head, std::uint32_t begin) {
  std::optional<Span> first;
  for (const std::string_view mark : {":", " – ", " — "}) {
    const std::size_t at = head.find(mark);
    if (at == std::string_view::npos) continue;
    const auto from = begin + static_cast<std::uint32_t>(at + (mark.front() == ' ' ? 1 : 0));
    const auto size = static_cast<std::uint32_t>(mark.front() == ' ' ? mark.size() - 2 : mark.size());
    if (!first || from < first->begin) first = Span{from, from + size};
  }
  return first;
}

std::optional<Label> label_of(const Document& document, const Lexicon& lexicon, Span block) {
  const std::string_view text = document.text();
  const std::string_view head =
      document.view({block.begin, std::min<std::uint32_t>(block.end, block.begin + kLongestLabel)});
  const auto mark = mark_in(head, block.begin);
  if (!mark) return std::nullopt;
  const Span name = without_marks(text, {block.begin, mark->begin});
  if (!may_name_speaker(document.view(name), lexicon)) return std::nullopt;
  const Span rest = without_marks(text, {mark->end, block.end});
  if (rest.empty()) return std::nullopt;
  return Label{name, *mark, rest};
}

std::vector<Turn> collect(const Document& document, const Lexicon& lexicon) {
  std::vector<Turn> turns;
  for (const Block& block : document.blocks()) {
    if (block.zone != Zone::Body) continue;
    if (const auto label = label_of(document, lexicon, block.span)) {
      turns.push_back({.label = label->name, .colon = label->colon, .words = {label->rest}});
    } else if (!turns.empty()) {
      turns.back().words.push_back(block.span);
    }
  }
  return turns;
}

bool asks(const Document& document, const Turn& turn) {
  return document.view(turn.words.back()).find('?') != std::string_view::npos;
}

// The piece that begins where the cue ends, but for a word like "that".
std::optional<Span> reported_by(const language::Tokens& tokens, Span cue, const Spans& content) {
  constexpr std::uint32_t kThat = 8;
  for (const Span piece : content) {
    if (piece.begin < cue.end || piece.begin - cue.end > kThat) continue;
    const int sentence = tokens.sentence_at(piece.begin);
    if (sentence < 0) continue;
    const std::uint32_t end = tokens.sentences[static_cast<std::size_t>(sentence)].span.end;
    return Span{piece.begin, std::min(piece.end, end - 1)};  // without the full stop
  }
  return std::nullopt;
}

// Words of its own source or cue are left over from the label's content.
bool has_own_content(const reader::Attribution& attribution) {
  return std::any_of(attribution.content.begin(), attribution.content.end(), [&](Span piece) {
    return !overlap({piece}, attribution.source) && !overlap({piece}, attribution.cue);
  });
}

// "QUESTION:" is a label, though a word for asking; "Holm asked:" is none.
bool is_asker(const std::vector<std::string>& words) { return words.size() == 1 && words.front() == "question"; }

bool has_dash(const Document& document, const Turn& turn) { return document.view(turn.colon) != ":"; }

// Labels before a dash that come back, and whether any of their turns asks.
bool are_dashes_labels(const Document& document, const std::vector<Turn>& turns) {
  std::map<std::string, int> count;
  bool anybody_asks = false;
  for (const Turn& turn : turns) {
    if (!has_dash(document, turn)) continue;
    ++count[language::Speakers::key(document.view(turn.label))];
    anybody_asks = anybody_asks || asks(document, turn);
  }
  return anybody_asks &&
         std::count_if(count.begin(), count.end(), [](const auto& each) { return each.second >= 2; }) >= 2;
}

// Paragraphs whose dash is no label belong to the turn before.
void join_dashes(const Document& document, std::vector<Turn>& turns) {
  std::vector<Turn> joined;
  for (Turn& turn : turns) {
    if (!has_dash(document, turn)) {
      joined.push_back(std::move(turn));
    } else if (!joined.empty()) {
      const Span whole{turn.label.begin, turn.words.front().end};
      joined.back().words.push_back(whole);
      joined.back().words.insert(joined.back().words.end(), turn.words.begin() + 1, turn.words.end());
    }
  }
  turns = std::move(joined);
}

void clear_words(reader::Attribution& attribution) {
  attribution.source.clear();
  attribution.cue.clear();
  attribution.content.clear();
}

}  // namespace

bool has_labels(const Document& document, const Lexicon& lexicon) {
  const auto turns = collect(document, lexicon);
  return std::count_if(turns.begin(), turns.end(), [&](const Turn& turn) { return !has_dash(document, turn); }) > 1;
}

bool may_name_speaker(std::string_view name, const Lexicon& lexicon) {
  if (name.empty() || !starts_with_upper(name)) return false;
  const auto words = words_of(name);
  if (words.empty() || words.size() > kMostWords) return false;
  if (lexicon.act_of(words.back()) && !is_asker(words)) return false;
  return std::none_of(name.begin(), name.end(),
                      [](char c) { return (c >= '0' && c <= '9') || c == '?' || c == '!' || c == ';'; });
}

bool is_label(const std::vector<Turn>& turns, const reader::Attribution& attribution) {
  return std::any_of(turns.begin(), turns.end(), [&](const Turn& turn) {
    return std::any_of(attribution.cue.begin(), attribution.cue.end(),
                       [&](Span cue) { return cue.overlaps(turn.colon); });
  });
}

void give_back(const language::Tokens& tokens, const std::vector<Turn>& turns, reader::Annotations& annotations) {
  auto& all = annotations.attributions;
  for (std::size_t label = 0; label < all.size(); ++label) {
    if (!is_label(turns, all[label])) continue;
    for (reader::Attribution& robbed : all) {
      if (robbed.inside >= 0 || robbed.cue.empty() || has_own_content(robbed)) continue;
      const auto words = reported_by(tokens, robbed.cue.back(), all[label].content);
      if (!words) continue;
      robbed.content = {*words};
      for (reader::Attribution& inner : all) {
        if (inner.inside == static_cast<int>(label) && overlap(inner.cue, robbed.cue)) clear_words(inner);
      }
    }
  }
}

std::vector<Turn> find_turns(const Document& document, const Lexicon& lexicon) {
  auto turns = collect(document, lexicon);
  if (!are_dashes_labels(document, turns)) join_dashes(document, turns);
  language::Speakers speakers;
  for (const Turn& turn : turns) speakers.count(document.view(turn.label), asks(document, turn));
  const auto comes_back = [&](const Turn& turn) { return speakers.turns(document.view(turn.label)) >= 2; };
  if (speakers.size() < 2 || std::none_of(turns.begin(), turns.end(), comes_back)) return {};
  // A label that stands once among many turns is a heading, unless the whole exchange is short.
  constexpr std::size_t kShort = 6;
  if (turns.size() > kShort) std::erase_if(turns, [&](const Turn& turn) { return !comes_back(turn); });
  for (Turn& turn : turns) turn.asks = speakers.asks(document.view(turn.label));
  return turns;
}

}  // namespace demarche::statements
