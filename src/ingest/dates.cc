// SPDX-License-Identifier: Apache-2.0
#include "ingest/dates.h"

#include <re2/re2.h>
#include <unicode/dtfmtsym.h>

#include <cstdio>
#include <map>
#include <string>

#include "base/utf8.h"

namespace demarche::ingest {

namespace {

constexpr std::string_view kZonePattern = R"((?:Z|ZULU|UTC|GMT|[+-]\d{2}:?\d{2})\b)";
constexpr std::size_t kLongestDateLine = 4096;

// Month names of languages that Demarche stores but does not read, so that their documents are dated too.
std::map<std::string, int> read_month_names() {
  std::map<std::string, int> months = {{"sept", 9}};
  for (const char* language : {"id", "hu", "ro", "uk", "ru", "tr", "fi", "nb", "da", "sv", "cs", "pl", "nl", "pt", "it",
                               "es", "fr", "de", "en"}) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(icu::Locale(language), status);
    for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
      std::int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, icu::DateFormatSymbols::FORMAT, width);
      for (std::int32_t month = 0; month < count && month < 12; ++month) {
        std::string name;
        names[month].toUTF8String(name);
        if (name.ends_with('.')) name.pop_back();
        months[fold_case(name)] = month + 1;
      }
    }
  }
  return months;
}

int month_number(const std::string& name) {
  static const std::map<std::string, int> kMonths = read_month_names();
  const auto found = kMonths.find(fold_case(name));
  return found == kMonths.end() ? 0 : found->second;
}

std::optional<Day> existing_day(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  const Day made(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                 std::chrono::day(static_cast<unsigned>(day)));
  return made.ok() ? std::optional(made) : std::nullopt;
}

struct Match {
  Day day;
  std::size_t begin = 0, end = 0;
};

struct Parts {
  std::string first, second, third;
};

// A way to write a date: its pattern with three groups, and how they are read.
struct Form {
  RE2 pattern;
  std::optional<Day> (*read)(const Parts&);
};

int number(const std::string& digits) { return digits.empty() ? 0 : std::stoi(digits); }

std::optional<Day> year_month_day(const Parts& parts) {
  return existing_day(number(parts.first), number(parts.second), number(parts.third));
}

std::optional<Day> day_name_year(const Parts& parts) {
  return existing_day(number(parts.third), month_number(parts.second), number(parts.first));
}

std::optional<Day> name_day_year(const Parts& parts) {
  return existing_day(number(parts.third), month_number(parts.first), number(parts.second));
}

// With dots or dashes the day comes first. With strokes it depends on the country: only what can be read one way is
// read.
std::optional<Day> day_month_year(const Parts& parts) {
  return existing_day(number(parts.third), number(parts.second), number(parts.first));
}

std::optional<Day> stroked(const Parts& parts) {
  const int first = number(parts.first), second = number(parts.second), year = number(parts.third);
  if (first > 12 || first == second) return existing_day(year, second, first);
  return second > 12 ? existing_day(year, first, second) : std::nullopt;
}

const std::vector<const Form*>& forms() {
  static const Form kForms[] = {
      {RE2(R"(\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|T))"), year_month_day},
      {RE2(R"(\b((?:19|20)\d{2})(\d{2})(\d{2})(?:\b|T))"), year_month_day},
      {RE2(R"((\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일])"), year_month_day},
      {RE2(R"(\b(\d{1,2})(?:st|nd|rd|th|er|º|ª)?\.?[\s-]+(?:of\s+|de\s+)?(\p{L}{3,12})\.?,?[\s-]+(?:de\s+|del\s+)?(\d{4})\b)"),
       day_name_year},
      {RE2(R"((\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})\b)"), name_day_year},
      {RE2(R"(\b(\d{1,2})[.-]\s?(\d{1,2})[.-]\s?(\d{4})\b)"), day_month_year},
      {RE2(R"(\b(\d{1,2})/(\d{1,2})/(\d{4})\b)"), stroked},
  };
  static const std::vector<const Form*> kAll = [] {
    std::vector<const Form*> all;
    for (const Form& form : kForms) all.push_back(&form);
    return all;
  }();
  return kAll;
}

std::optional<Match> first_match(std::string_view text, const Form& form) {
  re2::StringPiece groups[4];
  const re2::StringPiece whole(text.data(), text.size());
  for (std::size_t from = 0; from < text.size();) {
    if (!form.pattern.Match(whole, from, whole.size(), RE2::UNANCHORED, groups, 4)) return std::nullopt;
    const auto begin = static_cast<std::size_t>(groups[0].data() - text.data());
    if (const auto day = form.read({groups[1].as_string(), groups[2].as_string(), groups[3].as_string()})) {
      return Match{*day, begin, begin + groups[0].size()};
    }
    from = static_cast<std::size_t>(groups[1].data() - text.data()) + groups[1].size();
  }
  return std::nullopt;
}

std::optional<Match> earliest_match(std::string_view text) {
  std::optional<Match> best;
  for (const Form* form : forms()) {
    const auto match = first_match(text, *form);
    if (match && (!best || match->begin < best->begin)) best = match;
  }
  return best;
}

struct TimeOfDay {
  int hour = 0, minute = 0, second = 0;
  std::string zone;
  std::size_t size = 0;  // bytes behind the day that it takes
};

std::string iso_zone(const std::string& zone) {
  if (zone.empty()) return {};
  if (zone[0] != '+' && zone[0] != '-') return "Z";
  return zone.size() == 5 ? zone.substr(0, 3) + ":" + zone.substr(3) : zone;
}

std::optional<TimeOfDay> time_behind(std::string_view rest) {
  static const RE2 kTime(
      R"(^(?:T|[\s,;|·–—-]+(?:at\s+)?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?\s?((?i)[ap]\.?m\b\.?)?\s?()" +
      std::string(kZonePattern) + ")?");
  re2::StringPiece groups[6];
  const re2::StringPiece whole(rest.data(), rest.size());
  if (!kTime.Match(whole, 0, whole.size(), RE2::ANCHOR_START, groups, 6)) return std::nullopt;
  TimeOfDay time{number(groups[1].as_string()), number(groups[2].as_string()), number(groups[3].as_string()),
                 iso_zone(groups[5].as_string()), groups[0].size()};
  const bool afternoon = !groups[4].empty() && (groups[4][0] == 'p' || groups[4][0] == 'P');
  if (!groups[4].empty() && time.hour == 12) time.hour = 0;
  if (afternoon) time.hour += 12;
  if (time.hour > 23 || time.minute > 59 || time.second > 60) return std::nullopt;
  return time;
}

std::string stamp_of(Day day, const TimeOfDay& time) {
  char clock[32];
  std::snprintf(clock, sizeof clock, "T%02d:%02d:%02d", time.hour, time.minute, time.second);
  return show(day) + clock + time.zone;
}

}  // namespace

std::optional<FoundDate> find_date(std::string_view text) {
  text = text.substr(0, kLongestDateLine);
  const auto match = earliest_match(text);
  if (!match) return std::nullopt;
  // "T" belongs to the form's end when it was needed to close the day.
  const std::size_t day_end = match->end > 0 && text[match->end - 1] == 'T' ? match->end - 1 : match->end;
  FoundDate found{{match->day, show(match->day)}, match->begin, day_end};
  if (const auto time = time_behind(text.substr(day_end)); time && time->size > 0) {
    found.published.stamp = stamp_of(match->day, *time);
    found.end += time->size;
  }
  return found;
}

std::optional<Day> day_in_url(std::string_view url) {
  static const RE2 kPath(R"([/_-]((?:19|20)\d{2})[/_-]?(\d{2}|[a-z]{3})[/_-]?(\d{2})(?:[/_.-]|$))");
  const std::size_t host = url.find("://");
  const std::string_view path = url.substr(host == std::string_view::npos ? 0 : host + 3, 2048);
  Parts parts;
  if (!RE2::PartialMatch(path.substr(0, path.find_first_of("?#")), kPath, &parts.first, &parts.second, &parts.third))
    return std::nullopt;
  const int month =
      is_digit(static_cast<unsigned char>(parts.second[0])) ? number(parts.second) : month_number(parts.second);
  return existing_day(number(parts.first), month, number(parts.third));
}

}  // namespace demarche::ingest
