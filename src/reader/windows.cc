// SPDX-License-Identifier: Apache-2.0
#include "reader/windows.h"

#include <algorithm>

namespace demarche::reader {

namespace {

// Adds a piece, and before it the mark when it opens another block than the last one did.
void add(const language::Tokens& tokens, std::uint32_t piece, std::uint32_t sentence, std::vector<Unit>& units) {
  if (!units.empty() && tokens.sentences[units.back().sentence].block != tokens.sentences[sentence].block) {
    units.push_back({Unit::kMark, units.back().sentence});
  }
  units.push_back({piece, sentence});
}

// Behind the last sentence that still fits into the room, or inside one that never fits.
std::size_t core_end(const std::vector<Unit>& units, std::size_t begin, std::size_t room) {
  if (units.size() - begin <= room) return units.size();
  std::size_t end = begin + room;
  while (end > begin && units[end].sentence == units[end - 1].sentence) --end;
  return end > begin ? end : begin + room;
}

}  // namespace

std::vector<Unit> units_of(const language::Tokens& tokens) {
  std::vector<Unit> units;
  units.reserve(tokens.pieces.size() + 64);
  for (std::uint32_t i = 0; i < tokens.sentences.size(); ++i) {
    const auto& sentence = tokens.sentences[i];
    for (std::uint32_t piece = sentence.first_piece; piece < sentence.end_piece; ++piece) add(tokens, piece, i, units);
  }
  return units;
}

std::vector<Unit> units_in(const language::Tokens& tokens, const Spans& spans) {
  std::vector<Unit> units;
  for (const Span span : spans) {
    const auto first =
        std::ranges::lower_bound(tokens.pieces, span.begin, {}, [](const auto& piece) { return piece.span.begin; });
    for (auto piece = first; piece != tokens.pieces.end() && piece->span.end <= span.end; ++piece) {
      const int sentence = tokens.sentence_at(piece->span.begin);
      add(tokens, static_cast<std::uint32_t>(piece - tokens.pieces.begin()), static_cast<std::uint32_t>(sentence),
          units);
    }
  }
  return units;
}

std::vector<std::vector<Unit>> stretches(std::vector<Unit> units) {
  constexpr std::size_t kUsual = 20'000, kLongest = 40'000;
  std::vector<std::vector<Unit>> all;
  for (const Unit& unit : units) {
    const std::size_t size = all.empty() ? 0 : all.back().size();
    const bool is_full = (size >= kUsual && unit.is_mark()) || size >= kLongest;
    if (all.empty() || is_full) all.emplace_back();
    if (!(is_full && unit.is_mark())) all.back().push_back(unit);
  }
  return all;
}

std::vector<Passage> passages(const std::vector<Unit>& units, const Labels& labels) {
  std::vector<Passage> out;
  const std::size_t room = labels.longest_window - 2 - 2 * labels.context;
  for (std::size_t begin = 0; begin < units.size();) {
    const std::size_t end = core_end(units, begin, room);
    out.push_back({begin - std::min(begin, labels.context), std::min(units.size(), end + labels.context), begin, end});
    begin = end;
  }
  return out;
}

}  // namespace demarche::reader
