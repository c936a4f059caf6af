// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/quoting.h"

#include <algorithm>
#include <optional>

namespace demarche::analysis {

using record::Range;

namespace {

constexpr std::uint32_t kWhole = 420;  // code points; longer statements are shown by their beginning

// Ends of sentences as far as a quotation needs them: a full stop, question or exclamation mark before a space.
bool ends_sentence(std::string_view text, std::size_t at) {
  if (text[at] != '.' && text[at] != '?' && text[at] != '!') return text[at] == '\n';
  return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n';
}

// Whether a sentence ends right before `end`, or before a quotation mark there.
bool is_ended(std::string_view text, std::size_t end) {
  if (end == 0) return false;
  return ends_sentence(text, end - 1) ||
         (text[end - 1] == '"' && end > 1 && ends_sentence(text.substr(0, end - 1), end - 2));
}

std::size_t start_of_sentence(std::string_view text, std::size_t first, std::size_t most) {
  std::size_t begin = first;
  while (begin > 0 && first - begin < most && !ends_sentence(text, begin - 1)) --begin;
  while (begin < first && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  return begin;
}

std::size_t end_of_sentence(std::string_view text, std::size_t last, std::size_t most) {
  if (is_ended(text, last)) return last;
  std::size_t end = last;
  while (end < text.size() && end - last < most && !ends_sentence(text, end)) ++end;
  return end < text.size() && text[end] != '\n' && end - last < most ? end + 1 : end;
}

// A statement is shown with the sentence it stands in: "Tarvessa denied this" says more with its "who" and "which".
Range whole_sentences(const Text& text, Range range) {
  constexpr std::size_t kFar = 260;
  const std::string_view words = text.source->document.text;
  const std::size_t first = text.points->to_byte(range.begin), last = text.points->to_byte(range.end);
  const std::size_t begin = start_of_sentence(words, first, kFar), end = end_of_sentence(words, last, kFar);
  const bool is_too_far = first - begin >= kFar || end - last >= kFar;
  if (is_too_far) return range;
  return {text.points->from_byte(static_cast<std::uint32_t>(begin)),
          text.points->from_byte(static_cast<std::uint32_t>(end))};
}

// Where the paragraph of its first word ends, if a statement reaches beyond.
std::optional<std::uint32_t> end_of_paragraph(const Text& text, Range whole) {
  const std::size_t gap = text.words(whole).find("\n\n");
  if (gap == std::string::npos) return {};
  return text.points->from_byte(text.points->to_byte(whole.begin) + static_cast<std::uint32_t>(gap));
}

// A turn of an interview may run over pages: its quotation is its beginning, to the end of a sentence.
Range beginning_shown(const Text& text, Range start) {
  constexpr std::size_t kEnough = 120;
  const Range window{start.begin, std::min(start.begin + kWhole, start.end)};
  const std::string words = text.words(window);
  const std::uint32_t first_byte = text.points->to_byte(window.begin);
  for (std::size_t at = std::min(kEnough, words.size()); at < words.size(); ++at) {
    if (!ends_sentence(words, at)) continue;
    const std::size_t end = at + (words[at] == '\n' ? 0 : 1);
    return {window.begin, text.points->from_byte(first_byte + static_cast<std::uint32_t>(end))};
  }
  return window;
}

}  // namespace

bool is_shown_whole(Range statement) { return statement.end - statement.begin <= kWhole; }

Range shown_of(const Text& text, Range whole, Range cue, const record::Ranges& content) {
  // Tags now and then run into the next paragraph; a quotation does not.
  if (const auto cut = end_of_paragraph(text, whole)) {
    const Range paragraph{whole.begin, *cut};
    if (cue.end <= *cut && is_shown_whole(paragraph)) return whole_sentences(text, paragraph);
  }
  if (is_shown_whole(whole)) return whole_sentences(text, whole);
  return beginning_shown(text, content.empty() ? whole : content.front());
}

}  // namespace demarche::analysis
