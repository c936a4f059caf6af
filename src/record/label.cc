// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <mutex>
#include <utility>

#include "base/error.h"
#include "base/lines.h"
#include "base/utf8.h"
#include "record/batch.h"
#include "record/in_order.h"

namespace demarche::record {

namespace {

constexpr std::size_t kMaxPairs = 100000;  // of one line; more is a mistake of the sender

// Code points of the caller → byte spans of the document.
class Asked {
 public:
  Asked(const Json& input, const Document& document)
      : input_(input),
        text_(document.text()),
        points_(text_),
        length_(points_.from_byte(static_cast<std::uint32_t>(text_.size()))) {}

  // The lists of `size` numbers under this name; none when it is left out. Throws Error{BadInput}.
  std::vector<Json> lists(const char* name, std::size_t size) const {
    const auto found = input_.find(name);
    if (found == input_.end() || found->is_null()) return {};
    if (!found->is_array() || found->size() > kMaxPairs)
      throw Error(ErrorKind::BadInput, "“" + std::string(name) + "” is no list, or too long a one");
    check_offsets(name);
    for (const Json& list : *found) {
      if (!list.is_array() || list.size() != size) fail(name);
    }
    return *found;
  }

  // The stretch at places `at` and `at` + 1 of a list.
  Span span(const Json& list, std::size_t at, const char* name) const {
    const Span span{byte(list[at], name), byte(list[at + 1], name)};
    if (span.begin >= span.end) fail(name);
    return span;
  }

 private:
  std::uint32_t byte(const Json& point, const char* name) const {
    if (!point.is_number_unsigned() || point.get<std::uint64_t>() > length_) fail(name);
    return points_.to_byte(point.get<std::uint32_t>());
  }

  [[noreturn]] static void fail(const std::string& name) {
    const std::string shape = name == "pairs" ? "[begin, end, begin, end]" : "[begin, end]";
    throw Error(ErrorKind::BadInput, "“" + name + "” must hold lists " + shape + " of code points within the text");
  }

  // Ingest takes a byte order mark and null characters out of a text; offsets that count them would point beside the
  // words.
  void check_offsets(const std::string& name) const {
    const auto text = input_.find("text");
    if (text != input_.end() && text->is_string() && text->get_ref<const std::string&>() != text_)
      throw Error(ErrorKind::BadInput, "“" + name +
                                           "” count in a text that is not stored as given; send it without byte order "
                                           "mark and null characters");
  }

  const Json& input_;
  std::string_view text_;
  CodePoints points_;
  std::uint32_t length_;
};

std::vector<PairRelation> relations_of(const engine::Engine& engine, const Asked& asked, std::string_view text,
                                       engine::Engine::Scratch& scratch) {
  std::vector<PairRelation> relations;
  for (const Json& pair : asked.lists("pairs", 4)) {
    const Span subject = asked.span(pair, 0, "pairs"), object = asked.span(pair, 2, "pairs");
    relations.push_back({{pair[0], pair[1]}, {pair[2], pair[3]}, engine.relate(text, subject, object, scratch)});
  }
  return relations;
}

std::vector<JudgedWord> judgements_of(const engine::Engine& engine, const Asked& asked, std::string_view text,
                                      engine::Engine::Scratch& scratch) {
  const std::vector<Json> lists = asked.lists("predicates", 2);
  if (lists.empty()) return {};
  std::vector<Span> words;
  for (const Json& list : lists) words.push_back(asked.span(list, 0, "predicates"));
  const auto judgements = engine.judge(text, words, scratch);
  std::vector<JudgedWord> judged;
  for (std::size_t i = 0; i < lists.size(); ++i) judged.push_back({{lists[i][0], lists[i][1]}, judgements[i]});
  return judged;
}

// The caller's own name for the document, given back as it came.
Json id_of(const Json& input) {
  const auto id = input.find("id");
  if (id == input.end() || id->is_null() || id->is_string() || id->is_number()) return input.value("id", Json());
  throw Error(ErrorKind::BadInput, "“id” must be a text or a number");
}

Labelled failed(const Json& id, const std::string& what) {
  return {line_of(Json{{"id", id}, {"error", what}}), what, 0};
}

Labelled label(const engine::Engine& engine, const Json& input, const Json& id, const std::string& line,
               engine::Engine::Scratch& scratch) {
  const ingest::Extract extract = ingest::extract_json_line(line, "-");
  const Document& document = extract.document;
  const engine::Reading reading = engine.read(document, scratch);
  const Asked asked(input, document);
  const Answers answers{relations_of(engine, asked, document.text(), scratch),
                        judgements_of(engine, asked, document.text(), scratch)};
  const ReadingItems items = items_of(document, reading, {});
  Json out = json_of(id, document.metadata().kind, items, answers);
  const auto& published = document.metadata().published.day;
  for (Json& event : out["events"]) date_by_document(event, published ? show(*published) : "");
  return {line_of(out), {}, reading.tokens.tokens.size()};
}

// A line of the input, or the news that it is longer than any we take.
struct Line {
  std::string text;
  bool is_too_long = false;
};

// What one worker works at. Adds its time to the totals when there is nothing more to do.
struct Desk {
  const engine::Engine& engine;
  engine::Engine::Scratch scratch;
  LabelTotals& totals;
  std::mutex& mutex;  // guards totals.seconds while workers end

  Labelled label(Line&& line) {
    if (line.is_too_long)
      return failed(nullptr, "larger than " + std::to_string(kMaxLine) + " bytes; split the document");
    return label_line(engine, line.text, scratch);
  }
  ~Desk() {
    const std::lock_guard lock(mutex);
    for (std::size_t i = 0; i < totals.seconds.size(); ++i) totals.seconds[i] += scratch.seconds[i];
  }
};

template <class Put>
void bring_lines(std::istream& in, const BatchOptions& options, Put&& put) {
  const auto is_stopped = [&] { return options.stop != nullptr && options.stop->load(); };
  std::string line;
  while (!is_stopped()) {
    const LineState state = read_line(in, line, kMaxLine);
    if (state == LineState::End || is_stopped()) return;  // an interrupt may have cut the line
    const bool is_too_long = state == LineState::TooLong;
    if (!is_too_long && trim(line).empty()) continue;
    if (!put(Line{std::exchange(line, {}), is_too_long})) return;
  }
}

// Reading on would be wasted once nobody gets the answers.
void print(Labelled&& labelled, std::ostream& out, const BatchOptions& options, LabelTotals& totals) {
  ++totals.documents;
  totals.tokens += labelled.tokens;
  if (!labelled.error.empty()) ++totals.failed;
  if (!labelled.error.empty() && options.failure)
    options.failure({"line " + std::to_string(totals.documents), labelled.error});
  if (!(out << labelled.line << '\n' << std::flush))
    throw Error(ErrorKind::Io, "the output cannot be written; check that the disk has room");
}

}  // namespace

Labelled label_line(const engine::Engine& engine, const std::string& line, engine::Engine::Scratch& scratch) {
  Json id;
  try {
    const Json input = object_in(line);
    id = id_of(input);
    return label(engine, input, id, line, scratch);
  } catch (const std::exception& error) {
    return failed(id, error.what());
  }
}

LabelTotals label_lines(const engine::Engine& engine, std::istream& in, std::ostream& out,
                        const BatchOptions& options) {
  LabelTotals totals;
  std::mutex seconds_mutex;
  const auto make_worker = [&] {
    const std::shared_ptr<Desk> desk(new Desk{engine, engine.make_scratch(), totals, seconds_mutex});
    return [desk](Line&& line) { return desk->label(std::move(line)); };
  };
  run_in_order<Line, Labelled>(
      options.jobs, [&](auto&& put) { bring_lines(in, options, put); }, make_worker,
      [&](Labelled&& labelled) { print(std::move(labelled), out, options, totals); }, options.give_up);
  return totals;
}

}  // namespace demarche::record
