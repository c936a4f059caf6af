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

// The four code points of a pair as byte spans. Throws Error{BadInput} when they do not lie in the text.
std::pair<Span, Span> spans_of(const Json& pair, const CodePoints& points, std::uint32_t length) {
  const auto fail = [] {
    throw Error(ErrorKind::BadInput, "“pairs” must hold lists [begin, end, begin, end] of code points within the text");
  };
  if (!pair.is_array() || pair.size() != 4) fail();
  std::uint32_t at[4];
  for (std::size_t i = 0; i < 4; ++i) {
    if (!pair[i].is_number_unsigned() || pair[i].get<std::uint64_t>() > length) fail();
    at[i] = points.to_byte(pair[i].get<std::uint32_t>());
  }
  if (at[0] >= at[1] || at[2] >= at[3]) fail();
  return {{at[0], at[1]}, {at[2], at[3]}};
}

// Ingest takes a byte order mark and null characters out of a text; offsets that count them would point beside the
// words.
void check_offsets(const Json& input, const Document& document) {
  const auto text = input.find("text");
  if (text != input.end() && text->is_string() && text->get_ref<const std::string&>() != document.text())
    throw Error(ErrorKind::BadInput,
                "“pairs” count in a text that is not stored as given; send it without byte order mark and null "
                "characters");
}

std::vector<PairRelation> relations_of(const engine::Engine& engine, const Json& input, const Document& document,
                                       engine::Engine::Scratch& scratch) {
  std::vector<PairRelation> relations;
  const auto pairs = input.find("pairs");
  if (pairs == input.end() || pairs->is_null()) return relations;
  if (!pairs->is_array() || pairs->size() > kMaxPairs)
    throw Error(ErrorKind::BadInput, "“pairs” is no list, or too long a one");
  check_offsets(input, document);
  const CodePoints points(document.text());
  const std::uint32_t length = points.from_byte(static_cast<std::uint32_t>(document.text().size()));
  for (const Json& pair : *pairs) {
    const auto [subject, object] = spans_of(pair, points, length);
    relations.push_back(
        {{pair[0], pair[1]}, {pair[2], pair[3]}, engine.relate(document.text(), subject, object, scratch)});
  }
  return relations;
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
  const auto relations = relations_of(engine, input, document, scratch);
  const ReadingItems items = items_of(document, reading, {});
  return {line_of(json_of(id, document.metadata().kind, items, relations)), {}, reading.tokens.tokens.size()};
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
