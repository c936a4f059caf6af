// SPDX-License-Identifier: Apache-2.0
#include "text/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

#include "base/files.h"

namespace demarche {

namespace {

constexpr std::array<std::pair<DocumentKind, std::string_view>, 7> kKinds = {{
    {DocumentKind::News, "news"},
    {DocumentKind::Interview, "interview"},
    {DocumentKind::Release, "release"},
    {DocumentKind::Chronology, "chronology"},
    {DocumentKind::Opinion, "opinion"},
    {DocumentKind::Transcript, "transcript"},
    {DocumentKind::Other, "other"},
}};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

bool holds(const Spans& outer, Span inner) {
  return std::any_of(outer.begin(), outer.end(), [&](Span span) { return span.contains(inner); });
}

std::uint32_t distance(Span a, Span b) {
  if (a.end <= b.begin) return b.begin - a.end;
  return b.end <= a.begin ? a.begin - b.end : 0;
}

std::string show(Day day) {
  std::array<char, 24> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return out.data();
}

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
  const Day parsed(std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                   std::chrono::day(static_cast<unsigned>(*day)));
  return parsed.ok() ? std::optional(parsed) : std::nullopt;
}

std::string_view name_of(DocumentKind kind) {
  for (const auto& [each, name] : kKinds) {
    if (each == kind) return name;
  }
  return "other";
}

std::optional<DocumentKind> document_kind(std::string_view name) {
  for (const auto& [kind, each] : kKinds) {
    if (each == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(Zone zone) {
  switch (zone) {
    case Zone::Title:
      return "title";
    case Zone::Byline:
      return "byline";
    case Zone::Dateline:
      return "dateline";
    case Zone::Body:
      return "body";
    case Zone::Repeat:
      return "repeat";
    case Zone::Furniture:
      return "furniture";
  }
  return "furniture";
}

Document::Document(std::string text, Metadata metadata, std::vector<Block> blocks, std::vector<Note> notes)
    : id_(sha256_hex(text).substr(0, 16)),
      text_(std::move(text)),
      metadata_(std::move(metadata)),
      blocks_(std::move(blocks)),
      notes_(std::move(notes)) {
  for ([[maybe_unused]] const Block& block : blocks_) assert(block.span.end <= text_.size());
}

bool Document::is_readable() const {
  return metadata_.language == "en" || metadata_.language == "und" || metadata_.language.empty();
}

}  // namespace demarche
