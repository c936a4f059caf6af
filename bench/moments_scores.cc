// SPDX-License-Identifier: Apache-2.0
// Accuracy of time expressions: moments_scores wikiwars|cases FILE.jsonl
//
//   xzcat wikiwars.train.jsonl.xz | moments_scores wikiwars /dev/stdin      spans: exact and overlapping; values of the
//   exact ones xzcat cases.train.jsonl.xz | moments_scores cases /dev/stdin            intervals of single expressions
//   against a day
//
// A third argument "show" lists what is wrong.
#include <fmt/core.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "moments/moments.h"

namespace {

using demarche::Day;
using demarche::moments::Moment;
using nlohmann::json;

bool shows = false;

struct Tally {
  int gold = 0, found = 0, exact = 0, gold_hit = 0, found_hit = 0, value = 0;
};

double f1(double hit_found, double found, double hit_gold, double gold) {
  const double precision = hit_found / found, recall = hit_gold / gold;
  return 2 * precision * recall / (precision + recall);
}

demarche::Span bytes_of(const demarche::CodePoints& points, const json& span) {
  return {points.to_byte(span[0].get<std::uint32_t>()), points.to_byte(span[1].get<std::uint32_t>())};
}

std::string around(const std::string& text, demarche::Span span) {
  const auto begin = span.begin > 25 ? span.begin - 25 : 0;
  return text.substr(begin, span.begin - begin) + "[" + text.substr(span.begin, span.size()) + "]" +
         text.substr(span.end, 25);
}

void count_document(const json& row, Tally& tally) {
  const std::string text = row["text"];
  const demarche::CodePoints points(text);
  const auto found = demarche::moments::find_in_text(text, demarche::parse_day(row["date"].get<std::string>()));
  std::vector<bool> is_hit(found.size());
  for (const json& time : row["times"]) {
    const auto gold = bytes_of(points, time["span"]);
    bool is_covered = false;
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (!found[i].span.overlaps(gold)) continue;
      is_covered = is_hit[i] = true;
      if (shows && found[i].span != gold)
        fmt::print("PARTIAL {} ours [{}]\n", around(text, gold),
                   text.substr(found[i].span.begin, found[i].span.size()));
      if (found[i].span != gold) continue;
      ++tally.exact;
      const bool is_same = time["value"].is_string() && time["value"] == found[i].timex;
      tally.value += is_same;
      if (shows && !is_same)
        fmt::print("VALUE {} gold {} ours {}\n", around(text, gold), time["value"].dump(), found[i].timex);
    }
    ++tally.gold, tally.gold_hit += is_covered;
    if (shows && !is_covered) fmt::print("MISSED {}\n", around(text, gold));
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    ++tally.found, tally.found_hit += is_hit[i];
    if (shows && !is_hit[i]) fmt::print("EXTRA {}\n", around(text, found[i].span));
  }
}

void score_wikiwars(std::istream& in) {
  Tally tally;
  for (std::string line; std::getline(in, line);) count_document(json::parse(line), tally);
  fmt::print("gold {} found {}  F1 exact {:.3f}  overlapping {:.3f}  value of exact ones {:.3f}\n", tally.gold,
             tally.found, f1(tally.exact, tally.found, tally.exact, tally.gold),
             f1(tally.found_hit, tally.found, tally.gold_hit, tally.gold), double(tally.value) / tally.exact);
}

std::string shown(const std::optional<Day>& day) { return day ? demarche::show(*day) : ""; }

std::string text_of(const json& value, const char* key) {
  return value.contains(key) && value[key].is_string() ? value[key].get<std::string>().substr(0, 10) : "";
}

std::string day_before(const std::string& text) {
  const auto day = demarche::parse_day(text);
  return day ? demarche::show(Day(std::chrono::sys_days(*day) - std::chrono::days(1))) : "";
}

// The reference gives ends exclusively; a day has a value instead.
bool agrees(const json& value, const Moment& moment) {
  const std::string lo = shown(moment.lo), hi = shown(moment.hi);
  if (value.contains("value")) return !lo.empty() && lo == text_of(value, "value") && lo == hi;
  const std::string end = text_of(value, "end");
  return lo == text_of(value, "start") && (hi == end || hi == day_before(end));
}

bool is_dated(const json& time) {
  return (time["type"] == "date" || time["type"] == "daterange") && !time["values"].empty();
}

void score_cases(std::istream& in) {
  int dated = 0, recognised = 0, right = 0;
  for (std::string line; std::getline(in, line);) {
    const json row = json::parse(line);
    const std::string text = row["text"], written = text_of(row, "date");
    const demarche::CodePoints points(text);
    for (const json& time : row["times"]) {
      if (!is_dated(time)) continue;
      const auto span = bytes_of(points, time["span"]);
      const std::string phrase = text.substr(span.begin, span.size());
      const auto moment = demarche::moments::resolve_phrase(phrase, demarche::parse_day(written));
      ++dated, recognised += moment.has_value();
      bool is_right = false;
      for (const json& value : time["values"]) is_right = is_right || (moment && agrees(value, *moment));
      right += is_right;
      if (shows && !is_right)
        fmt::print("{} [{}] gold {} ours {} {}\n", written, phrase, time["values"][0].dump(),
                   moment ? shown(moment->lo) : "nothing", moment ? shown(moment->hi) : "");
    }
  }
  fmt::print("dates and ranges {}  recognised {:.3f}  right interval {:.3f}\n", dated, double(recognised) / dated,
             double(right) / dated);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return fmt::print(stderr, "moments_scores wikiwars|cases FILE.jsonl [show]\n"), 2;
  std::ifstream in(arguments[2]);
  shows = count > 3;
  std::string_view(arguments[1]) == "cases" ? score_cases(in) : score_wikiwars(in);
}
