// SPDX-License-Identifier: Apache-2.0
#include "analysis/dossier/verify.h"

#include <map>
#include <memory>
#include <optional>

#include "analysis/analysis.h"
#include "analysis/dossier/dossier.h"
#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace demarche::analysis {

using record::Json;
using record::Range;
using record::Ranges;

std::string_view name_of(Check::Outcome outcome) {
  switch (outcome) {
    case Check::Outcome::Exact:
      return "exact";
    case Check::Outcome::Moved:
      return "moved";
    case Check::Outcome::Lost:
      break;
  }
  return "lost";
}

namespace {

// A stored text with its code points, kept while many spans of it are asked for.
struct Stored {
  std::string text;
  std::unique_ptr<CodePoints> points;
  std::uint32_t length = 0;

  explicit Stored(std::string given) : text(std::move(given)), points(std::make_unique<CodePoints>(text)) {
    length = points->from_byte(static_cast<std::uint32_t>(text.size()));
  }
  bool holds(Range span) const { return span.begin <= span.end && span.end <= length; }
  std::string words(Range span) const {
    const std::uint32_t begin = points->to_byte(span.begin);
    return text.substr(begin, points->to_byte(span.end) - begin);
  }
};

class Texts {
 public:
  explicit Texts(const record::Record& record) : record_(record) {}
  const Stored* find(const std::string& id) {
    const auto [place, is_new] = texts_.try_emplace(id);
    if (is_new) {
      if (auto document = record_.document(id); document && document->id == id)
        place->second = std::make_unique<Stored>(std::move(document->text));
    }
    return place->second.get();
  }

 private:
  const record::Record& record_;
  std::map<std::string, std::unique_ptr<Stored>> texts_;
};

bool is_part_of_word(char32_t code_point) { return is_letter(code_point) || is_digit(code_point); }

// Whether no word of the text runs across `at`: "he said" does not stand in "the said".
bool is_word_edge(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  std::size_t before = at - 1, after = at;
  while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return !is_part_of_word(next_code_point(text, before)) || !is_part_of_word(next_code_point(text, after));
}

std::size_t behind_white_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    std::size_t after = at;
    if (!is_space(next_code_point(text, after))) break;
    at = after;
  }
  return at;
}

// Where the words that begin at `at` end, any white space of the text standing for one blank of `wanted`.
std::optional<std::size_t> end_of_match(std::string_view text, std::size_t at, std::string_view wanted) {
  for (const char byte : wanted) {
    const std::size_t behind = byte == ' ' ? behind_white_space(text, at) : at;
    if (behind > at) {
      at = behind;
    } else if (at < text.size() && text[at] == byte) {
      ++at;
    } else {
      return std::nullopt;
    }
  }
  return at;
}

// The first place, in code points, where the text has these folded words and no part of others.
std::optional<Range> find_words(const Stored& stored, const std::string& wanted) {
  const std::string first = wanted.substr(0, wanted.find(' '));
  for (std::size_t at = stored.text.find(first); at != std::string::npos; at = stored.text.find(first, at + 1)) {
    const auto end = end_of_match(stored.text, at, wanted);
    if (end && is_word_edge(stored.text, at) && is_word_edge(stored.text, *end))
      return Range{stored.points->from_byte(static_cast<std::uint32_t>(at)),
                   stored.points->from_byte(static_cast<std::uint32_t>(*end))};
  }
  return std::nullopt;
}

Check check(const Anchored& quotation, Texts& texts) {
  Check made{.outcome = Check::Outcome::Lost,
             .document = quotation.document,
             .span = quotation.span,
             .found = {},
             .words = quotation.words,
             .remark = {},
             .number = {}};
  const Stored* stored = texts.find(quotation.document);
  const std::string words = folded(quotation.words);
  if (stored == nullptr) {
    made.remark = "the record holds no document of this id";
  } else if (words.empty()) {
    made.remark = "the quotation is empty";
  } else if (quotation.is_well_formed && stored->holds(quotation.span) &&
             folded(stored->words(quotation.span)) == words && !give_figure(words, quotation.figure)) {
    made.remark = "the words do not give the figure “" + quotation.figure + "”";
  } else if (quotation.is_well_formed && stored->holds(quotation.span) &&
             folded(stored->words(quotation.span)) == words) {
    made.outcome = Check::Outcome::Exact;
    made.found = quotation.span;
  } else if (const auto found = find_words(*stored, words)) {
    made.outcome = Check::Outcome::Moved;
    made.found = *found;
    made.remark = "the words stand at another place of the document";
  } else {
    made.remark = "the document holds no such words";
  }
  return made;
}

}  // namespace

namespace {

// Counted again as the dossier counts, and compared.
std::vector<Check> check_numbers(const record::Record& record, const std::vector<CountedNumber>& given,
                                 const ReportScope& scope) {
  std::vector<Check> checks;
  if (given.empty()) return checks;
  const Numbers numbers = gather(record, {.actors = scope.actors, .as_of = scope.as_of}).numbers;
  for (const CountedNumber& each : given) {
    Check made{.outcome = Check::Outcome::Lost,
               .document = {},
               .span = {},
               .found = {},
               .words = each.digits,
               .remark = "the record counts nothing of this name",
               .number = each.name};
    if (const auto found = numbers.find(each.name); found != numbers.end()) {
      const std::string now = std::to_string(found->second);
      made.outcome = now == each.digits ? Check::Outcome::Exact : Check::Outcome::Lost;
      made.remark = "the record counts " + now;
    }
    checks.push_back(std::move(made));
  }
  return checks;
}

std::string attribute_of_report(std::string_view report, std::string_view name) {
  const std::string mark = std::string(name) + "=\"";
  const std::size_t begin = report.substr(0, 4096).find(mark);
  if (begin == std::string_view::npos) return {};
  const std::size_t from = begin + mark.size(), end = report.find('"', from);
  return end == std::string_view::npos ? std::string() : std::string(report.substr(from, end - from));
}

}  // namespace

ReportScope scope_of_report(std::string_view report) {
  ReportScope scope;
  scope.as_of = attribute_of_report(report, "data-as-of");
  if (!parse_day(scope.as_of)) scope.as_of.clear();
  std::string_view rest;
  const std::string actors = attribute_of_report(report, "data-actors");
  for (rest = actors; !rest.empty();) {
    const std::size_t end = std::min(rest.find('|'), rest.size());
    scope.actors.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return scope;
}

std::vector<Check> verify_report(const record::Record& record, std::string_view report) {
  auto quotations = quotations_of_html(report);
  auto numbers = numbers_of_html(report);
  if (quotations.empty() && numbers.empty()) {
    quotations = quotations_of_markdown(report);
    numbers = numbers_of_markdown(report);
  }
  if (quotations.empty() && numbers.empty())
    throw Error(ErrorKind::BadInput, "no quotation with an anchor in it; “demarche report -o FILE” writes them");
  Texts texts(record);
  std::vector<Check> checks;
  for (const Anchored& quotation : quotations) checks.push_back(check(quotation, texts));
  for (Check& each : check_numbers(record, numbers, scope_of_report(report))) checks.push_back(std::move(each));
  return checks;
}

namespace {

class Auditor {
 public:
  explicit Auditor(const record::Record& record) : record_(record), texts_(record) {}
  Audit audit();

 private:
  void document(const std::string& id);
  void span(const std::string& item, const char* field, Range range);
  void spans(const std::string& item, const char* field, const Ranges& ranges);
  void statement(const std::string& item, const record::StatementItem& statement, int index, int count);
  void event(const std::string& item, const record::EventItem& event, int statements);
  void party(const std::string& item, const char* field, const std::vector<record::PartyItem>& parties);
  void finding(const Json& row);
  void quotes(const std::string& item, const Json& json);
  void wrong(const std::string& item, const std::string& what);

  const record::Record& record_;
  Texts texts_;
  const Stored* stored_ = nullptr;
  Audit audit_;
};

void Auditor::wrong(const std::string& item, const std::string& what) { audit_.wrong.push_back(item + ": " + what); }

void Auditor::span(const std::string& item, const char* field, Range range) {
  ++audit_.spans;
  if (stored_->holds(range)) return;
  wrong(item, std::string(field) + " [" + std::to_string(range.begin) + ", " + std::to_string(range.end) +
                  ") lies outside the text (" + std::to_string(stored_->length) + ")");
}

void Auditor::spans(const std::string& item, const char* field, const Ranges& ranges) {
  for (const Range range : ranges) span(item, field, range);
}

void Auditor::statement(const std::string& item, const record::StatementItem& statement, int index, int count) {
  spans(item, "source", statement.source);
  spans(item, "cue", statement.cue);
  spans(item, "content", statement.content);
  if (statement.inside >= count || statement.inside == index)
    wrong(item, "stands inside a statement that is not there");
}

void Auditor::party(const std::string& item, const char* field, const std::vector<record::PartyItem>& parties) {
  for (const auto& each : parties) span(item, field, each.span);
}

void Auditor::event(const std::string& item, const record::EventItem& event, int statements) {
  span(item, "sentence", event.sentence);
  spans(item, "trigger", event.trigger);
  party(item, "actor", event.actors);
  party(item, "recipient", event.recipients);
  if (event.date) span(item, "date", event.date->span);
  if (event.place) span(item, "place", event.place->span);
  for (const auto& quantity : event.quantities) span(item, "quantity", quantity.span);
  if (event.inside >= statements || event.performed_by >= statements)
    wrong(item, "names a statement that is not there");
}

void Auditor::document(const std::string& id) {
  stored_ = texts_.find(id);
  if (!stored_) return wrong(id, "is listed and cannot be read");
  ++audit_.documents;
  if (sha256_hex(stored_->text).substr(0, 16) != id)
    wrong(id, "the text is not the one that was stored: its hash differs");
  const record::ReadingItems reading = record_.reading(id);
  for (std::size_t i = 0; i < reading.mentions.size(); ++i, ++audit_.items) {
    const std::string item = record::item_id(id, 'm', static_cast<int>(i));
    span(item, "span", reading.mentions[i].span);
    span(item, "head", reading.mentions[i].head);
  }
  const int statements = static_cast<int>(reading.statements.size());
  for (int i = 0; i < statements; ++i, ++audit_.items)
    statement(record::item_id(id, 's', i), reading.statements[static_cast<std::size_t>(i)], i, statements);
  for (std::size_t i = 0; i < reading.events.size(); ++i, ++audit_.items)
    event(record::item_id(id, 'e', static_cast<int>(i)), reading.events[i], statements);
  for (const auto& moment : reading.moments) span(id, "moment", moment.date.span);
  for (const auto& place : reading.places) span(id, "place", place.span);
  for (const auto& block : record_.blocks(id)) span(id, "block", block.span);
}

// Wherever a finding quotes, at whatever depth: an object with document, span and quote.
void Auditor::quotes(const std::string& item, const Json& json) {
  if (json.is_object() && json.contains("quote") && json.contains("span") && json.contains("document")) {
    ++audit_.quotes;
    const Stored* stored = texts_.find(json.at("document").get<std::string>());
    const Range span{json.at("span")[0].get<std::uint32_t>(), json.at("span")[1].get<std::uint32_t>()};
    if (!stored) return wrong(item, "quotes a document that is not there");
    if (!stored->holds(span) || stored->words(span) != json.at("quote").get<std::string>())
      wrong(item, "quotes words that do not stand at their place");
    return;
  }
  if (!json.is_structured()) return;
  for (const auto& [key, value] : json.items()) quotes(item, value);
}

void Auditor::finding(const Json& row) {
  ++audit_.items;
  const std::string id = row.at("id").get<std::string>();
  quotes(id, row);
  if (!row.contains("events")) return;
  for (const auto& event : row.at("events")) {
    if (record_.item(event.get<std::string>()).is_null())
      wrong(id, "is made of " + event.get<std::string>() + ", which is not there");
  }
}

Audit Auditor::audit() {
  audit_.damage = record_.damage();
  if (!audit_.damage.empty()) return std::move(audit_);
  for (const std::string& id : record_.documents()) document(id);
  for (const auto kind :
       {record::Kind::Happenings, record::Kind::Positions, record::Kind::Disputes, record::Kind::Figures}) {
    record::Query query;
    query.kind = kind;
    record_.list(query, [this](Json&& row) { finding(row); });
  }
  return std::move(audit_);
}

}  // namespace

Audit verify_record(const record::Record& record) { return Auditor(record).audit(); }

}  // namespace demarche::analysis
