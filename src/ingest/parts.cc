// SPDX-License-Identifier: Apache-2.0
#include "ingest/parts.h"

#include <re2/re2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

struct Line {
  Span span;  // without white space at its ends
  std::uint32_t indent = 0;
  std::uint32_t length = 0;  // characters
  bool blank() const { return span.empty(); }
};

std::uint32_t count_characters(std::string_view text) {
  return static_cast<std::uint32_t>(
      std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xC0) != 0x80; }));
}

Line line_at(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view whole = text.substr(begin, end - begin);
  const std::string_view inner = trim(whole);
  if (inner.empty()) return {};
  const auto offset = static_cast<std::uint32_t>(inner.data() - text.data());
  const auto indent = static_cast<std::uint32_t>(inner.data() - whole.data());
  return {{offset, offset + static_cast<std::uint32_t>(inner.size())}, indent, count_characters(inner)};
}

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\n\r\f", begin), text.size());
    lines.push_back(line_at(text, begin, end));
    begin = end + 1;
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++begin;
  }
  return lines;
}

std::string_view view(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

// The width at which lines were wrapped, or 0. One long line in twenty (an address, a table) does not count.
std::uint32_t wrap_width(const std::vector<Line>& lines) {
  std::vector<std::uint32_t> lengths;
  for (const Line& line : lines) {
    if (!line.blank()) lengths.push_back(line.indent + line.length);
  }
  if (lengths.size() < 2) return 0;
  std::sort(lengths.begin(), lengths.end());
  const std::uint32_t width = lengths[lengths.size() - 1 - lengths.size() / 20];
  return width >= 50 && width <= 100 ? width : 0;
}

std::uint32_t first_word_length(std::string_view line) { return count_characters(line.substr(0, line.find(' '))); }

bool starts_item(std::string_view line) {
  static const RE2 kItem(R"(^(?:[-*•–—+▪◦‣]\s+|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s))");
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), kItem);
}

bool starts_turn(std::string_view line) { return !speaker_label(line).empty(); }

bool starts_lower(std::string_view line) {
  std::size_t at = 0;
  return !line.empty() && u_islower(static_cast<UChar32>(next_code_point(line, at)));
}

bool continues(std::string_view text, const Line& line, const Line& next, std::uint32_t width) {
  const std::string_view above = view(text, line.span), below = view(text, next.span);
  if (starts_item(below) || starts_turn(below)) return false;
  const bool open = !ends_like_sentence(above);
  if (open && line.length >= 40 && starts_lower(below)) return true;
  if (width == 0 || next.indent > line.indent + 1) return false;
  // The next word would not have fitted: the line was wrapped.
  return (line.indent + line.length + 1 + first_word_length(below)) * 20 > width * 19;
}

// Span of lines [first, last], without the mark or number of a list item at its start.
Part part_of_lines(std::string_view text, Span span) {
  static const RE2 kMark(R"(^((?:[-*•+▪◦‣]|\(?(?:\d{1,3}|[a-z])[.)])\s+)\S)");
  const std::string_view whole = view(text, span);
  re2::StringPiece mark;
  const bool item = starts_item(whole);
  if (RE2::PartialMatch(re2::StringPiece(whole.data(), whole.size()), kMark, &mark))
    span.begin += static_cast<std::uint32_t>(mark.size());
  Part part = make_part(view(text, span), span);
  part.is_item = item;
  return part;
}

bool has_letter_or_digit(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code_point = next_code_point(text, at);
    if (is_letter(code_point) || is_digit(code_point)) return true;
  }
  return false;
}

class MarkdownSplitter {
 public:
  explicit MarkdownSplitter(std::string_view text) : text_(text), lines_(lines_of(text)), width_(wrap_width(lines_)) {}

  MarkdownParts split() {
    read_front_matter();
    while (at_ < lines_.size()) read_block();
    return std::move(result_);
  }

 private:
  std::string_view line(std::size_t index) const { return view(text_, lines_[index].span); }

  bool matches(std::size_t index, const RE2& pattern) const {
    if (index >= lines_.size() || lines_[index].blank()) return false;
    const std::string_view each = line(index);
    return RE2::PartialMatch(re2::StringPiece(each.data(), each.size()), pattern);
  }

  void add_furniture(std::size_t first, std::size_t last, std::string reason) {
    const Span span{lines_[first].span.begin, lines_[last].span.end};
    Part part{.span = span};
    part.settle(Zone::Furniture, std::move(reason));
    result_.parts.push_back(std::move(part));
  }

  void read_front_matter() {
    if (lines_.empty() || lines_[0].blank() || line(0) != "---") return;
    std::size_t end = 1;
    while (end < lines_.size() && line(end) != "---" && line(end) != "...") ++end;
    if (end == lines_.size()) return;
    for (std::size_t each = 1; each < end; ++each) read_entry(line(each));
    add_furniture(0, end, "front matter");
    at_ = end + 1;
  }

  void read_entry(std::string_view entry) {
    const std::size_t colon = entry.find(':');
    if (colon == std::string_view::npos) return;
    std::string_view value = trim(entry.substr(colon + 1));
    if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
      value = value.substr(1, value.size() - 2);
    result_.front_matter.emplace(lowered(trim(entry.substr(0, colon))), value);
  }

  void read_block() {
    static const RE2 kFence(R"(^(?:```|~~~))");
    static const RE2 kHeading(R"(^#{1,6}(?:\s|$))");
    static const RE2 kRule(R"(^(?:-\s*){3,}$|^(?:\*\s*){3,}$|^(?:_\s*){3,}$|^={3,}$)");
    static const RE2 kMarkup(R"(^\[[^\]]+\]:\s+\S+|^<[^>]*>$|^\|?[\s:|-]*-{2,}[\s:|-]*\|?$)");
    if (lines_[at_].blank()) return void(++at_);
    if (matches(at_, kFence)) return read_fence(kFence);
    if (matches(at_, kHeading)) return read_heading();
    if (matches(at_, kRule)) return add_furniture(at_, at_, "rule"), void(++at_);
    if (matches(at_, kMarkup)) return add_furniture(at_, at_, "markup"), void(++at_);
    read_paragraph();
  }

  void read_fence(const RE2& fence) {
    std::size_t end = at_ + 1;
    while (end < lines_.size() && !matches(end, fence)) ++end;
    std::size_t last = std::min(end, lines_.size() - 1);
    while (lines_[last].blank()) --last;
    add_furniture(at_, last, "code");
    at_ = std::min(end + 1, lines_.size());
  }

  void read_heading() {
    Span span = lines_[at_++].span;
    while (!span.empty() && (text_[span.begin] == '#' || text_[span.begin] == ' ')) ++span.begin;
    while (!span.empty() && (text_[span.end - 1] == '#' || text_[span.end - 1] == ' ')) --span.end;
    if (!span.empty()) add_heading(span);
  }

  void add_heading(Span span) {
    Part part = make_part(without_marks(view(text_, span)), span);
    part.is_heading = true;
    result_.parts.push_back(std::move(part));
  }

  bool is_emphasised_line(std::size_t index) const {
    static const RE2 kWhole(R"(^(?:\*\*[^*]+\*\*|\*[^*]+\*|__[^_]+__|_[^_]+_)$)");
    return matches(index, kWhole);
  }

  bool starts_block(std::size_t index) const {
    static const RE2 kOther(R"(^(?:#{1,6}\s|```|~~~|\||<!--))");
    static const RE2 kUnderline(R"(^(?:={3,}|-{3,})$)");
    return lines_[index].blank() || matches(index, kOther) || matches(index, kUnderline) || is_emphasised_line(index);
  }

  // Two blanks at the end of a line, or a backslash, break it.
  bool breaks_hard(std::size_t index) const {
    const std::size_t end = lines_[index].span.end;
    return text_.substr(end, 2) == "  " || text_[end - 1] == '\\';
  }

  void read_paragraph() {
    static const RE2 kUnderline(R"(^(?:={3,}|-{3,})$)");
    const std::size_t first = at_;
    std::size_t last = at_;
    if (matches(first + 1, kUnderline)) {
      add_heading(lines_[first].span);
      add_furniture(first + 1, first + 1, "markup");
      at_ = first + 2;
      return;
    }
    const bool alone = is_emphasised_line(first) || line(first).starts_with('|');
    while (!alone && last + 1 < lines_.size() && !starts_block(last + 1) && !breaks_hard(last) && joins(last)) ++last;
    add_paragraph({lines_[first].span.begin, lines_[last].span.end});
    at_ = last + 1;
  }

  // In Markdown a line end within a paragraph is a blank, but people also write one line per paragraph.
  bool joins(std::size_t index) const {
    if (starts_item(line(index + 1)) || starts_turn(line(index + 1))) return false;
    return continues(text_, lines_[index], lines_[index + 1], width_) || line(index + 1).starts_with(">");
  }

  void add_paragraph(Span span) {
    while (!span.empty() && (text_[span.begin] == '>' || text_[span.begin] == ' ')) ++span.begin;
    if (span.empty()) return;
    Part part = part_of_lines(text_, span);
    const std::string_view raw = view(text_, part.span);
    const bool item = part.is_item;
    part = make_part(without_marks(raw), part.span);
    part.is_item = item;
    part.is_row = raw.starts_with('|');
    part.linked_words = linked_words(raw);
    if (!has_letter_or_digit(part.plain)) part.settle(Zone::Furniture, "markup");
    result_.parts.push_back(std::move(part));
  }

  static std::uint32_t linked_words(std::string_view raw) {
    static const RE2 kLink(R"(\[([^\]]*)\]\([^)]*\))");
    re2::StringPiece rest(raw.data(), raw.size()), label;
    std::uint32_t words = 0;
    while (RE2::FindAndConsume(&rest, kLink, &label)) words += count_words({label.data(), label.size()});
    return words;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  std::uint32_t width_;
  std::size_t at_ = 0;
  MarkdownParts result_;
};

}  // namespace

Part make_part(std::string_view text, Span span) {
  Part part{.span = span, .plain = squeezed(text)};
  part.words = count_words(part.plain);
  part.is_sentence = ends_like_sentence(part.plain);
  return part;
}

Parts split_text(std::string_view text) {
  const std::vector<Line> lines = lines_of(text);
  const std::uint32_t width = wrap_width(lines);
  Parts parts;
  for (std::size_t first = 0; first < lines.size();) {
    if (lines[first].blank()) {
      ++first;
      continue;
    }
    std::size_t last = first;
    while (last + 1 < lines.size() && !lines[last + 1].blank() && continues(text, lines[last], lines[last + 1], width))
      ++last;
    parts.push_back(part_of_lines(text, {lines[first].span.begin, lines[last].span.end}));
    first = last + 1;
  }
  return parts;
}

MarkdownParts split_markdown(std::string_view text) { return MarkdownSplitter(text).split(); }

std::string without_marks(std::string_view markdown) {
  static const RE2 kImage(R"(!\[[^\]]*\]\([^)]*\))");
  static const RE2 kLink(R"(\[([^\]]*)\]\([^)]*\))");
  static const RE2 kMarks(R"(\*+|__|`+|^>\s*|\\$)");
  std::string plain(markdown);
  RE2::GlobalReplace(&plain, kImage, "");
  RE2::GlobalReplace(&plain, kLink, "\\1");
  RE2::GlobalReplace(&plain, kMarks, "");
  return squeezed(plain);
}

}  // namespace demarche::ingest
