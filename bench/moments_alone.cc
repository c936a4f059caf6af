// SPDX-License-Identifier: Apache-2.0
// The module `moments` alone, without the network: JSON lines as for `demarche label` on standard input, on standard
// output {"id", "moments"} as `label` has them. bench/accuracy/moments.py measures with it.
//
//   moments_alone MODEL        the folder with vocab.txt
//   moments_alone speed        megabytes of the standard input that one core reads in a second
#include <fmt/core.h>

#include <chrono>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/error.h"
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "language/language.h"
#include "moments/moments.h"

namespace {

using nlohmann::json;

json day_or_null(const std::optional<demarche::Day>& day) { return day ? json(demarche::show(*day)) : json(); }

json moments_of(const demarche::Document& document, const demarche::language::Splitter& splitter) {
  const demarche::CodePoints points(document.text());
  json found = json::array();
  for (const auto& moment : demarche::moments::find(document, splitter.split(document)))
    found.push_back({{"span", {points.from_byte(moment.span.begin), points.from_byte(moment.span.end)}},
                     {"lo", day_or_null(moment.lo)},
                     {"hi", day_or_null(moment.hi)},
                     {"precision", moment.precision},
                     {"kind", name_of(moment.kind)},
                     {"timex", moment.timex}});
  return found;
}

void answer_lines(const std::string& model) {
  const demarche::language::Splitter splitter(model + "/vocab.txt");
  for (std::string line; std::getline(std::cin, line);) {
    json answer = {{"id", json::parse(line)["id"]}, {"moments", json::array()}};
    try {
      const auto extract = demarche::ingest::extract_json_line(line, "-");
      answer["moments"] = moments_of(extract.document, splitter);
    } catch (const demarche::Error& error) {
      answer["error"] = error.what();
    }
    fmt::print("{}\n", answer.dump());
  }
}

void measure_speed() {
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const auto begin = std::chrono::steady_clock::now();
  const std::size_t found = demarche::moments::find_in_text(text, demarche::parse_day("2018-01-12")).size();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  fmt::print("{} moments in {:.2f} MB, {:.2f} MB a second\n", found, text.size() / 1e6,
             text.size() / 1e6 / taken.count());
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return fmt::print(stderr, "moments_alone MODEL|speed\n"), 2;
  const std::string what = arguments[1];
  what == "speed" ? measure_speed() : answer_lines(what);
}
