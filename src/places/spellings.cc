// SPDX-License-Identifier: Apache-2.0
#include "places/spellings.h"

#include <algorithm>
#include <unordered_set>

namespace demarche::places {
namespace {

using Parts = std::vector<std::string_view>;

Parts split_words(std::string_view folded) {
  Parts words;
  for (std::size_t begin = 0; begin < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', begin), folded.size());
    if (end > begin) words.push_back(folded.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string join(const Parts& words) {
  std::string joined;
  for (std::string_view word : words) (joined += joined.empty() ? "" : " ") += word;
  return joined;
}

bool tells_kind(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = {
      "province",   "provincia",  "provinsi",       "provins",     "oblast",       "oblasti",   "region",
      "state",      "estado",     "governorate",    "muhafazah",   "muhafazat",    "district",  "districts",
      "distrito",   "distrikt",   "county",         "comte",       "municipality", "municipio", "municipi",
      "prefecture", "department", "departamento",   "departement", "rayon",        "raion",     "rajon",
      "okrug",      "krai",       "kray",           "republic",    "respublika",   "republika", "comuna",
      "commune",    "canton",     "kabupaten",      "tuman",       "tumani",       "viloyati",  "shahrestan",
      "tehsil",     "upazila",    "zila",           "division",    "parish",       "borough",   "council",
      "woreda",     "cercle",     "arrondissement", "territory",   "voivodeship",  "powiat",    "qada",
      "qadaa",      "nahiyah",    "mandal",         "taluk",       "taluka",       "sheng",     "shi",
      "xian",       "diqu",       "zizhiqu",        "zizhizhou",   "okres",        "kreis",     "landkreis",
      "il",         "ili",        "ilcesi",         "ward",        "subdistrict",  "regency",   "autonomous",
      "avtonomnyy"};
  return kWords.contains(word);
}

bool links(std::string_view word) {
  return word == "de" || word == "del" || word == "da" || word == "do" || word == "di" || word == "of" ||
         word == "the" || word == "du" || word == "la";
}

bool is_article(std::string_view word) {
  static const std::unordered_set<std::string_view> kWords = {"al", "ar", "as", "ash", "ad", "adh", "an", "at", "ath",
                                                              "az", "el", "ed", "er",  "es", "esh", "et", "ez"};
  return kWords.contains(word);
}

// "raqqah" → "raqqa"
void add_with_ending(std::string name, std::vector<std::string>& out) {
  if (name.size() > 4 && name.ends_with("ah")) out.push_back(name.substr(0, name.size() - 1));
  out.push_back(std::move(name));
}

}  // namespace

std::string without_kind(std::string_view folded) {
  Parts words = split_words(folded);
  const std::size_t before = words.size();
  while (!words.empty() && tells_kind(words.back())) words.pop_back();
  std::size_t first = 0;
  while (first < words.size() && tells_kind(words[first])) ++first;
  if (first > 0)
    while (first < words.size() && links(words[first])) ++first;
  words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(first));
  return words.size() == before ? std::string() : join(words);
}

std::vector<std::string> arabic_spellings(std::string_view folded) {
  std::vector<std::string> spellings;
  const std::size_t blank = folded.find(' ');
  if (blank == std::string_view::npos || !is_article(folded.substr(0, blank))) {
    add_with_ending(std::string(folded), spellings);
  } else {
    const std::string rest(folded.substr(blank + 1));
    if (rest.size() > 3) add_with_ending(rest, spellings);
    add_with_ending("al " + rest, spellings);
  }
  return spellings;
}

bool writes_arabic(std::string_view country) {
  static constexpr std::string_view kCountries[] = {"ARE", "BHR", "DZA", "EGY", "IRQ", "JOR", "KWT", "LBN", "LBY",
                                                    "MAR", "OMN", "PSE", "QAT", "SAU", "SDN", "SYR", "TUN", "YEM"};
  return std::find(std::begin(kCountries), std::end(kCountries), country) != std::end(kCountries);
}

}  // namespace demarche::places
