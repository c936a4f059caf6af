// SPDX-License-Identifier: Apache-2.0
#include "statements/content.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "statements/lexicon.h"

namespace demarche::statements {

namespace {

constexpr std::array<std::string_view, 6> kOpening = {"“", "\"", "«", "‘", "''", "``"};
constexpr std::array<std::string_view, 6> kClosing = {"”", "\"", "»", "’", "''", "’’"};

template <std::size_t N>
bool begins_with_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.ends_with(mark); });
}

// Closing marks may stand before the comma or point that the content carries along.
std::string_view without_stops(std::string_view text) {
  while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ';')) text.remove_suffix(1);
  return text;
}

template <std::size_t N>
bool holds_any(std::string_view text, const std::array<std::string_view, N>& marks) {
  return std::any_of(marks.begin(), marks.end(),
                     [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

// Quoted from end to end; a piece of a longer quotation has only one of its marks.
bool is_quoted(std::string_view piece) {
  const std::string_view text = without_stops(trim(piece));
  const bool opens = begins_with_any(text, kOpening), closes = ends_with_any(text, kClosing);
  if (opens && closes) return true;
  return (opens && !holds_any(text.substr(std::min<std::size_t>(text.size(), 3)), kClosing)) ||
         (closes && !holds_any(text.substr(0, text.size() - std::min<std::size_t>(text.size(), 3)), kOpening));
}

bool holds_quote(std::string_view piece) {
  return piece.find("“") != std::string_view::npos || piece.find('"') != std::string_view::npos ||
         piece.find("«") != std::string_view::npos || piece.find("‘") != std::string_view::npos;
}

bool says_no(std::string_view word) {
  return language::is_negation(word) || word == "no" || word == "nothing" || word == "neither" || word == "nobody";
}

// Behind these words another clause begins, whose "not" is its own.
bool opens_clause(std::string_view word) {
  return word == "that" || word == "which" || word == "who" || word == "because" || word == "if" || word == "but" ||
         word == "although" || word == "unless" || word == "until" || word == "when";
}

}  // namespace

bool begins_quotation(std::string_view text) {
  return begins_with_any(text, kOpening) || begins_with_any(text, kClosing);
}

bool ends_quotation(std::string_view text) { return ends_with_any(without_stops(trim(text)), kClosing); }

Form form_of(const Document& document, const Spans& content) {
  const auto quoted = [&](Span span) { return is_quoted(document.view(span)); };
  if (!content.empty() && std::all_of(content.begin(), content.end(), quoted)) return Form::Direct;
  const auto some = [&](Span span) { return holds_quote(document.view(span)); };
  return std::any_of(content.begin(), content.end(), some) ? Form::Mixed : Form::Indirect;
}

bool is_negated(const Document& document, const Spans& content) {
  constexpr std::size_t kReach = 9;  // words until the main verb has surely come
  if (content.empty()) return false;
  const auto words = words_of(document.view(content.front()));
  for (std::size_t i = 0; i < std::min(words.size(), kReach); ++i) {
    if (says_no(words[i])) return !(i + 1 < words.size() && words[i] == "not" && words[i + 1] == "only");
    if (i > 0 && opens_clause(words[i])) return false;
  }
  return false;
}

bool is_empty_talk(std::string_view piece) {
  constexpr std::array<std::string_view, 14> kEmpty = {"the", "that", "to",  "a",  "an",    "of",    "it",
                                                       "as",  "and",  "for", "in", "their", "which", "with"};
  const auto words = words_of(piece);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(kEmpty.begin(), kEmpty.end(), word) != kEmpty.end();
  });
}

bool holds(const Spans& outer, const Spans& inner) {
  return !inner.empty() && std::all_of(inner.begin(), inner.end(), [&](Span span) { return holds(outer, span); });
}

bool overlap(const Spans& a, const Spans& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](Span x) { return std::any_of(b.begin(), b.end(), [&](Span y) { return x.overlaps(y); }); });
}

}  // namespace demarche::statements
