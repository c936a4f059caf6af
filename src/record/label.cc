// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <mutex>

#include "base/error.h"
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

std::vector<PairRelation> relations_of(const engine::Engine& engine, const Json& input, const Document& document,
                                       engine::Engine::Scratch& scratch) {
  std::vector<PairRelation> relations;
  const auto pairs = input.find("pairs");
  if (pairs == input.end() || pairs->is_null()) return relations;
  if (!pairs->is_array() || pairs->size() > kMaxPairs)
    throw Error(ErrorKind::BadInput, "“pairs” is no list, or too long a one");
  const CodePoints points(document.text());
  const std::uint32_t length = points.from_byte(static_cast<std::uint32_t>(document.text().size()));
  for (const Json& pair : *pairs) {
    const auto [subject, object] = spans_of(pair, points, length);
    relations.push_back(
        {{pair[0], pair[1]}, {pair[2], pair[3]}, engine.relate(document.text(), subject, object, scratch)});
  }
  return relations;
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

}  // namespace

Labelled label_line(const engine::Engine& engine, const std::string& line, engine::Engine::Scratch& scratch) {
  const Json input = Json::parse(line, nullptr, false);
  if (!input.is_object()) return failed(nullptr, "no JSON object on this line");
  const Json id = input.contains("id") ? input["id"] : Json();
  try {
    return label(engine, input, id, line, scratch);
  } catch (const std::exception& error) {
    return failed(id, error.what());
  }
}

LabelTotals label_lines(const engine::Engine& engine, std::istream& in, std::ostream& out,
                        const BatchOptions& options) {
  LabelTotals totals;
  std::mutex seconds_mutex;  // guards totals.seconds while workers end
  // Adds its time to the totals when its worker has nothing more to do.
  struct Desk {
    const engine::Engine& engine;
    engine::Engine::Scratch scratch;
    LabelTotals& totals;
    std::mutex& mutex;
    ~Desk() {
      const std::lock_guard lock(mutex);
      for (std::size_t i = 0; i < totals.seconds.size(); ++i) totals.seconds[i] += scratch.seconds[i];
    }
  };
  const auto read_lines = [&](auto&& put) {
    std::string line;
    while (!(options.stop != nullptr && options.stop->load()) && std::getline(in, line)) {
      if (!trim(line).empty() && !put(std::move(line))) return;
    }
  };
  const auto make_worker = [&] {
    const std::shared_ptr<Desk> desk(new Desk{engine, engine.make_scratch(), totals, seconds_mutex});
    return [desk](std::string&& line) { return label_line(desk->engine, line, desk->scratch); };
  };
  run_in_order<std::string, Labelled>(options.jobs, read_lines, make_worker, [&](Labelled&& labelled) {
    ++totals.documents;
    totals.tokens += labelled.tokens;
    if (!labelled.error.empty()) ++totals.failed;
    if (!labelled.error.empty() && options.failure)
      options.failure({"line " + std::to_string(totals.documents), labelled.error});
    out << labelled.line << '\n' << std::flush;
  });
  return totals;
}

}  // namespace demarche::record
