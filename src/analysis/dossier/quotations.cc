// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "analysis/dossier/verify.h"
#include "base/blanks.h"
#include "base/utf8.h"

namespace demarche::analysis {

namespace {

std::optional<std::uint32_t> number(std::string_view text, int base) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
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

// "#8220", "#x201C".
std::optional<char32_t> number_of_reference(std::string_view name) {
  if (!name.starts_with('#')) return std::nullopt;
  const bool is_hex = name.size() > 2 && (name[1] == 'x' || name[1] == 'X');
  const auto code = number(name.substr(is_hex ? 2 : 1), is_hex ? 16 : 10);
  return code && *code > 0 && *code < 0x110000 ? std::optional<char32_t>(*code) : std::nullopt;
}

// The entities that our pages and the usual editors write; others stay as they are and the quotation is reported.
void append_entity(std::string& out, std::string_view name) {
  static const std::map<std::string_view, std::string_view> kNamed = {
      {"amp", "&"}, {"lt", "<"}, {"gt", ">"}, {"quot", "\""}, {"apos", "'"}, {"nbsp", "\u00a0"}};
  if (const auto found = kNamed.find(name); found != kNamed.end()) {
    out += found->second;
  } else if (const auto code = number_of_reference(name)) {
    append_utf8(out, *code);
  } else {
    out.append(1, '&').append(name).append(1, ';');
  }
}

// The name of the reference at the head of `markup`; nothing when its "&" stands for itself.
std::optional<std::string_view> reference_at(std::string_view markup) {
  constexpr std::size_t kLongestReference = 12;
  if (!markup.starts_with('&')) return std::nullopt;
  const std::size_t end = markup.substr(0, kLongestReference).find(';');
  if (end == std::string_view::npos) return std::nullopt;
  return markup.substr(1, end - 1);
}

std::string text_of_markup(std::string_view markup) {
  std::string out;
  for (std::size_t at = 0; at < markup.size();) {
    if (markup[at] == '<') {
      const std::size_t end = markup.find('>', at);
      at = end == std::string_view::npos ? markup.size() : end + 1;
    } else if (const auto name = reference_at(markup.substr(at))) {
      append_entity(out, *name);
      at += name->size() + 2;
    } else {
      out += markup[at++];
    }
  }
  return out;
}

Anchored anchored(std::string document, std::string_view begin, std::string_view end, std::string words) {
  const auto from = number(begin, 10), to = number(end, 10);
  return {.document = std::move(document),
          .span = {from.value_or(0), to.value_or(0)},
          .words = std::move(words),
          .is_well_formed = from && to && *from <= *to};
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

bool opens_quotation(std::string_view markup) {
  return markup.size() > 2 && markup.starts_with("<q") && std::string_view(" \t\r\n>").find(markup[2]) != markup.npos;
}

// One pass over a page with a stack of its open <q>. A quotation is entered where it begins and gets its words where it
// ends; one that never ends keeps none, and is reported as lost.
class HtmlQuotations {
 public:
  explicit HtmlQuotations(std::string_view page) : page_(page) {}

  std::vector<Anchored> read() {
    for (std::size_t at = page_.find('<'); at != std::string_view::npos; at = page_.find('<', at + 1)) {
      if (page_.substr(at).starts_with("</q>")) close(at);
      if (!opens_quotation(page_.substr(at))) continue;
      const std::size_t end = page_.find('>', at);
      if (end == std::string_view::npos) break;
      open(page_.substr(at, end - at), end + 1);
      at = end;
    }
    return std::move(found_);
  }

 private:
  struct Open {
    std::optional<std::size_t> quotation;  // its place in `found_`, when it has an anchor
    std::size_t begin = 0;                 // of its words
  };
  // Words within words are copied once for each; reports quote one within another, hardly two.
  static constexpr std::size_t kDeepest = 8;

  void open(std::string_view tag, std::size_t begin) {
    const std::string document = attribute(tag, "data-document");
    open_.push_back({document.empty() ? std::nullopt : std::optional(found_.size()), begin});
    if (!document.empty()) enter(tag, document);
  }

  void enter(std::string_view tag, const std::string& document) {
    found_.push_back(anchored(document, attribute(tag, "data-begin"), attribute(tag, "data-end"), ""));
    found_.back().figure = text_of_markup(attribute(tag, "data-figure"));
  }

  void close(std::size_t end) {
    if (open_.empty()) return;
    const Open last = open_.back();
    if (last.quotation && open_.size() <= kDeepest)
      found_[*last.quotation].words = text_of_markup(page_.substr(last.begin, end - last.begin));
    open_.pop_back();
  }

  std::string_view page_;
  std::vector<Open> open_;
  std::vector<Anchored> found_;
};

// Links whose target is an anchor, in one pass with a stack of the open brackets.
class MarkdownQuotations {
 public:
  explicit MarkdownQuotations(std::string_view page) : page_(page) {}

  std::vector<Anchored> read() {
    for (std::size_t at = 0; at < page_.size(); ++at) {
      if (page_[at] == '\\')
        ++at;  // and what it escapes
      else if (page_[at] == '[')
        open_.push_back(at);
      else if (page_[at] == ']')
        close(at);
    }
    return std::move(found_);
  }

 private:
  static constexpr std::string_view kMark = "](#document=", kSpan = "&span=", kFigure = "&figure=";
  static constexpr std::size_t kLongestTarget = 256;

  void close(std::size_t at) {
    if (open_.empty()) return;
    const std::size_t begin = open_.back() + 1;
    open_.pop_back();
    if (!page_.substr(at).starts_with(kMark)) return;
    const std::string_view target = page_.substr(at + kMark.size(), kLongestTarget);
    const std::size_t end = target.find(')');
    if (end == std::string_view::npos) return;
    add(target.substr(0, end), page_.substr(begin, at - begin));
    open_.clear();  // a link holds no other link (CommonMark 0.31, 6.3)
  }

  void add(std::string_view target, std::string_view words) {
    const std::size_t span = target.find(kSpan);
    const std::size_t figure = target.find(kFigure);
    const std::string_view range =
        span == std::string_view::npos ? "" : target.substr(0, figure).substr(span + kSpan.size());
    const std::size_t dash = std::min(range.find('-'), range.size());
    found_.push_back(anchored(std::string(target.substr(0, span)), range.substr(0, dash),
                              range.substr(std::min(dash + 1, range.size())), unescaped(words)));
    if (figure != std::string_view::npos) found_.back().figure = target.substr(figure + kFigure.size());
  }

  std::string_view page_;
  std::vector<std::size_t> open_;
  std::vector<Anchored> found_;
};

}  // namespace

std::vector<Anchored> quotations_of_html(std::string_view page) { return HtmlQuotations(page).read(); }

std::vector<Anchored> quotations_of_markdown(std::string_view page) { return MarkdownQuotations(page).read(); }

std::vector<CountedNumber> numbers_of_html(std::string_view page) {
  std::vector<CountedNumber> found;
  for (std::size_t at = page.find("<data "); at != std::string_view::npos; at = page.find("<data ", at + 1)) {
    const std::size_t end = page.find('>', at), close = page.find("</data>", at);
    if (end == std::string_view::npos || close == std::string_view::npos || close < end) break;
    const std::string name = attribute(page.substr(at, end - at), "data-number");
    if (!name.empty()) found.push_back({name, folded(text_of_markup(page.substr(end + 1, close - end - 1)))});
  }
  return found;
}

std::vector<CountedNumber> numbers_of_markdown(std::string_view page) {
  constexpr std::string_view kMark = "](#number=";
  std::vector<CountedNumber> found;
  for (std::size_t at = page.find(kMark); at != std::string_view::npos; at = page.find(kMark, at + 1)) {
    const std::size_t begin = page.rfind('[', at), name = at + kMark.size(), end = page.find(')', name);
    if (begin == std::string_view::npos || end == std::string_view::npos) continue;
    found.push_back({std::string(page.substr(name, end - name)), std::string(page.substr(begin + 1, at - begin - 1))});
  }
  return found;
}

std::string folded(std::string_view words) { return squeezed(words); }

}  // namespace demarche::analysis
