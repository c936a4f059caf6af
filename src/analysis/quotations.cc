// SPDX-License-Identifier: Apache-2.0
#include <charconv>
#include <map>
#include <optional>

#include "analysis/verify.h"
#include "base/utf8.h"

namespace demarche::analysis {

namespace {

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const std::size_t quote = at + name.size() + 1;
    if (quote >= tag.size() || tag[quote - 1] != '=' || (tag[quote] != '"' && tag[quote] != '\'')) continue;
    const std::size_t end = tag.find(tag[quote], quote + 1);
    if (end != std::string_view::npos) return std::string(tag.substr(quote + 1, end - quote - 1));
  }
  return {};
}

// The entities that our pages and the usual editors write; others stay as they are and the quotation is reported.
void append_entity(std::string& out, std::string_view name) {
  static const std::map<std::string_view, std::string_view> kNamed = {
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00a0"}};
  const auto found = kNamed.find(name);
  if (found != kNamed.end()) {
    out += found->second;
    return;
  }
  std::uint32_t code = 0;
  const bool is_hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
  const auto digits = name.substr(is_hex ? 2 : 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
  if (!name.empty() && name[0] == '#' && error == std::errc() && end == digits.data() + digits.size() && code > 0 &&
      code < 0x110000)
    append_utf8(out, code);
  else
    out.append(1, '&').append(name).append(1, ';');
}

std::string text_of_markup(std::string_view markup) {
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    if (markup[at] == '<') {
      const std::size_t end = markup.find('>', at);
      at = end == std::string_view::npos ? markup.size() : end + 1;
    } else if (const std::size_t end = markup.find(';', at);
               markup[at] == '&' && end != std::string_view::npos && end - at < 12) {
      append_entity(out, markup.substr(at + 1, end - at - 1));
      at = end + 1;
    } else {
      out += markup[at++];
    }
  }
  return out;
}

Anchored anchored(std::string document, std::string_view begin, std::string_view end, std::string words) {
  const auto from = number(begin), to = number(end);
  return {.document = std::move(document),
          .span = {from.value_or(0), to.value_or(0)},
          .words = std::move(words),
          .is_well_formed = from && to && *from <= *to};
}

// Back from a closing bracket to the one that opens it; escaped ones do not count.
std::optional<std::size_t> opening(std::string_view page, std::size_t closing) {
  int depth = 0;
  for (std::size_t at = closing + 1; at-- > 0;) {
    std::size_t slashes = 0;
    while (slashes < at && page[at - 1 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 1) continue;
    if (page[at] == ']') ++depth;
    if (page[at] == '[' && --depth == 0) return at;
  }
  return std::nullopt;
}

std::string unescaped(std::string_view markdown) {
  std::string out;
  for (std::size_t at = 0; at < markdown.size(); ++at) {
    const bool is_escape = markdown[at] == '\\' && at + 1 < markdown.size() &&
                           std::string_view("\\[]*_`<>|#&~").find(markdown[at + 1]) != std::string_view::npos;
    if (is_escape) ++at;
    out += markdown[at];
  }
  return out;
}

}  // namespace

std::vector<Anchored> quotations_of_html(std::string_view page) {
  std::vector<Anchored> found;
  for (std::size_t at = page.find("<q "); at != std::string_view::npos; at = page.find("<q ", at + 1)) {
    const std::size_t open = page.find('>', at), close = page.find("</q>", at);
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
    const std::string_view tag = page.substr(at, open - at);
    const std::string document = attribute(tag, "data-document");
    if (document.empty()) continue;
    found.push_back(anchored(document, attribute(tag, "data-begin"), attribute(tag, "data-end"),
                             text_of_markup(page.substr(open + 1, close - open - 1))));
  }
  return found;
}

std::vector<Anchored> quotations_of_markdown(std::string_view page) {
  constexpr std::string_view kMark = "](#document=", kSpan = "&span=";
  std::vector<Anchored> found;
  for (std::size_t at = page.find(kMark); at != std::string_view::npos; at = page.find(kMark, at + 1)) {
    const auto open = opening(page, at);
    const std::size_t close = page.find(')', at);
    if (!open || close == std::string_view::npos) continue;
    const std::string_view target = page.substr(at + kMark.size(), close - at - kMark.size());
    const std::size_t span = target.find(kSpan);
    const std::string_view range = span == std::string_view::npos ? "" : target.substr(span + kSpan.size());
    const std::size_t dash = std::min(range.find('-'), range.size());
    found.push_back(anchored(std::string(target.substr(0, span)), range.substr(0, dash),
                             range.substr(std::min(dash + 1, range.size())),
                             unescaped(page.substr(*open + 1, at - *open - 1))));
  }
  return found;
}

std::string folded(std::string_view words) {
  std::string out;
  bool is_open = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    if (is_space(next_code_point(words, at))) {
      is_open = !out.empty();
      continue;
    }
    if (is_open) out += ' ';
    is_open = false;
    out += words.substr(begin, at - begin);
  }
  return out;
}

}  // namespace demarche::analysis
