// SPDX-License-Identifier: Apache-2.0
// What holds of every moment, whatever the words: expressions drawn at random from the grammar of their writers.
#include <gtest/gtest.h>

#include <random>

#include "moments/moments.h"

namespace demarche::moments {
namespace {

using Random = std::mt19937;

int draw(Random& random, int least, int most) { return std::uniform_int_distribution(least, most)(random); }

template <std::size_t N>
std::string one_of(Random& random, const char* const (&words)[N]) {
  return words[draw(random, 0, int(N) - 1)];
}

std::string month(Random& random) {
  return one_of(random, {"January", "Feb.", "March", "April", "May", "June", "July", "August", "Sept", "October",
                         "November", "Dec."});
}

std::string calendar(Random& random) {
  const std::string year = std::to_string(draw(random, 1900, 2030)), day = std::to_string(draw(random, 1, 31));
  switch (draw(random, 0, 7)) {
    case 0:
      return year;
    case 1:
      return month(random) + " " + year;
    case 2:
      return day + " " + month(random) + " " + year;
    case 3:
      return month(random) + " " + day + ", " + year;
    case 4:
      return "the " + one_of(random, {"spring", "summer", "autumn", "winter"}) + " of " + year;
    case 5:
      return "the " + std::to_string(draw(random, 150, 202)) + "0s";
    case 6:
      return one_of(random, {"Easter ", "Ramadan ", "fiscal year ", "Nowruz ", "Q3 "}) + year;
    default:
      return std::to_string(draw(random, 1300, 1400)) + one_of(random, {" AH", " SH"});
  }
}

std::string unit(Random& random) {
  return one_of(random, {"day", "week", "month", "quarter", "year", "decade", "century"});
}

std::string relative(Random& random) {
  const std::string count = std::to_string(draw(random, 2, 90));
  switch (draw(random, 0, 6)) {
    case 0:
      return one_of(random, {"last ", "next ", "this "}) + unit(random);
    case 1:
      return count + " " + unit(random) + "s ago";
    case 2:
      return one_of(random,
                    {"Monday", "last Friday", "next Tuesday", "yesterday", "the day after tomorrow", "the weekend"});
    case 3:
      return "the " + one_of(random, {"past ", "next ", "last "}) + count + " " + unit(random) + "s";
    case 4:
      return count + " " + unit(random) + "s " + one_of(random, {"before ", "after "}) + calendar(random);
    case 5:
      return "the first " + one_of(random, {"Friday", "day", "week", "two days"}) + " of " + month(random) + " " +
             std::to_string(draw(random, 1990, 2030));
    default:
      return count + " " + unit(random) + "s";
  }
}

std::string expression(Random& random) {
  switch (draw(random, 0, 5)) {
    case 0:
    case 1:
      return calendar(random);
    case 2:
      return one_of(random, {"early ", "mid-", "late ", "the end of "}) + calendar(random);
    case 3:
      return "from " + calendar(random) + " to " + calendar(random);
    case 4:
      return "between " + calendar(random) + " and " + calendar(random);
    default:
      return relative(random);
  }
}

// Widest interval of a precision, in days; parts are narrower.
int widest(const std::string& precision) {
  if (precision == "day") return 1;
  if (precision == "week") return 7;
  if (precision == "month") return 31;
  if (precision == "quarter" || precision == "part-of-year") return 184;
  if (precision == "year") return 385;  // the Jewish leap year
  if (precision == "decade") return 3653;
  return precision == "century" ? 36525 : 10'000'000;
}

void expect_sound(const Moment& moment, const std::string& words) {
  if (!moment.lo || !moment.hi) return;
  const auto days = (std::chrono::sys_days(*moment.hi) - std::chrono::sys_days(*moment.lo)).count() + 1;
  EXPECT_GE(days, 1) << words << ": " << show(*moment.lo) << " … " << show(*moment.hi);
  EXPECT_LE(days, widest(moment.precision)) << words << " is " << moment.precision;
  EXPECT_FALSE(moment.timex.empty()) << words;
}

class AnyExpression : public testing::Test {
 protected:
  Random random_{20180112};
  Day written_ = *parse_day("2018-01-12");
};

TEST_F(AnyExpression, HasNoInvertedIntervalAndTheWidthOfItsPrecision) {
  for (int i = 0; i < 20000; ++i) {
    const std::string words = expression(random_);
    if (const auto moment = resolve_phrase(words, written_)) expect_sound(*moment, words);
    for (const Moment& moment : find_in_text("They met " + words + ", and " + expression(random_) + ".", written_))
      expect_sound(moment, words);
  }
}

TEST_F(AnyExpression, ReadsAgainFromItsOwnWords) {
  for (int i = 0; i < 20000; ++i) {
    const std::string text = "It was told of " + calendar(random_) + ".";
    for (const Moment& found : find_in_text(text, written_)) {
      const std::string words = text.substr(found.span.begin, found.span.size());
      const auto again = resolve_phrase(words, written_);
      ASSERT_TRUE(again) << words;
      EXPECT_TRUE(again->lo == found.lo && again->hi == found.hi && again->timex == found.timex) << words;
    }
  }
}

TEST_F(AnyExpression, OfWordsThatAreNoneIsRefusedWithoutHarm) {
  static constexpr const char* kWords[] = {
      "the", "May",  "2018", "12", "of", "to",     "-",     "/",       "first",   "week",      "last",
      "a",   "half", ":",    "30", "pm", "Friday", "ago",   "from",    "between", "and",       "1357",
      "SH",  "'",    "90",   "s",  "in", "next",   "every", "century", "BC",      "999999999", "years"};
  for (int i = 0; i < 30000; ++i) {
    std::string text;
    for (int word = draw(random_, 1, 9); word > 0; --word)
      text += one_of(random_, kWords) + (draw(random_, 0, 3) ? " " : "");
    if (const auto moment = resolve_phrase(text, written_)) expect_sound(*moment, text);
    for (const Moment& moment : find_in_text(text, written_)) expect_sound(moment, text);
  }
}

}  // namespace
}  // namespace demarche::moments
