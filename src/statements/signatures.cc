// SPDX-License-Identifier: Apache-2.0
#include "statements/signatures.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "statements/content.h"

namespace demarche::statements {

namespace {

constexpr std::size_t kLongestSignature = 80;  // bytes

Span without(std::string_view text, Span span, std::string_view marks) {
  constexpr std::string_view kHardBlank = "\u00A0";
  const auto view = [&] { return text.substr(span.begin, span.size()); };
  const auto opens = [&] { return marks.find(view().front()) != std::string_view::npos; };
  const auto closes = [&] { return marks.find(view().back()) != std::string_view::npos; };
  while (!span.empty() && (opens() || view().starts_with(kHardBlank))) span.begin += opens() ? 1 : 2;
  while (!span.empty() && (closes() || view().ends_with(kHardBlank))) span.end -= closes() ? 1 : 2;
  return span;
}

// The last dash of a line, if it stands near the end and behind a closing quotation mark.
std::optional<Span> dash_in(std::string_view line, std::uint32_t begin) {
  constexpr std::array<std::string_view, 5> kDashes = {"―", "—", "–", "--", "-"};
  for (const std::string_view dash : kDashes) {
    const std::size_t at = line.rfind(dash);
    if (at == std::string_view::npos || line.size() - at > kLongestSignature) continue;
    if (!ends_quotation(line.substr(0, at))) continue;
    return Span{begin + static_cast<std::uint32_t>(at), begin + static_cast<std::uint32_t>(at + dash.size())};
  }
  return std::nullopt;
}

// "Aino Lahti" of " Aino Lahti, farmer."
Span name_behind(const Document& document, Span rest) {
  const std::string_view words = document.view(rest);
  const std::size_t comma = words.find(',');
  if (comma != std::string_view::npos) rest.end = rest.begin + static_cast<std::uint32_t>(comma);
  return without(document.text(), rest, " .*_\t");
}

std::optional<Turn> signed_line(const Document& document, const Lexicon& lexicon, Span line) {
  const std::string_view text = document.view(line);
  if (!begins_quotation(text)) return std::nullopt;
  const auto dash = dash_in(text, line.begin);
  if (!dash) return std::nullopt;
  const Span name = name_behind(document, {dash->end, line.end});
  const Span quotation = without(document.text(), {line.begin, dash->begin}, " \t");
  if (!may_name_speaker(document.view(name), lexicon)) return std::nullopt;
  return Turn{.label = name, .colon = *dash, .words = {quotation}, .asks = false, .is_signed = true};
}

}  // namespace

std::vector<Turn> find_signed(const Document& document, const Lexicon& lexicon) {
  std::vector<Turn> found;
  for (const Block& block : document.blocks()) {
    if (block.zone != Zone::Body) continue;
    for (std::uint32_t begin = block.span.begin; begin < block.span.end;) {
      const std::size_t stop = std::min<std::size_t>(document.text().find('\n', begin), block.span.end);
      const Span line = without(document.text(), {begin, static_cast<std::uint32_t>(stop)}, " \t\r");
      if (auto turn = signed_line(document, lexicon, line)) found.push_back(std::move(*turn));
      begin = static_cast<std::uint32_t>(stop) + 1;
    }
  }
  return found;
}

}  // namespace demarche::statements
