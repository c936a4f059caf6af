// SPDX-License-Identifier: Apache-2.0
#include "places/places.h"

#include <algorithm>
#include <map>
#include <optional>

#include "base/utf8.h"
#include "places/names.h"
#include "places/tables.h"

namespace demarche::places {
namespace {

using Words = std::vector<NameWord>;

// A town of this size is believed without further evidence.
constexpr std::uint32_t kWellKnown = 400'000;

// A name of the tables that stands in a sentence: words [first, end).
struct Candidate {
  std::size_t first = 0, end = 0;
  const NameInfo* info = nullptr;
};

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

const NameWord& word_at(const Words& words, std::size_t i) {
  static const NameWord kNone{};
  return i < words.size() ? words[i] : kNone;
}

bool is_locative(std::string_view word) {
  static constexpr std::string_view kWords[] = {"in",      "at",     "near",   "from",    "around",
                                                "outside", "inside", "across", "to",      "into",
                                                "towards", "toward", "via",    "between", "throughout"};
  return is_one_of(kWords, word);
}

// Behind these stands a place even when the name is a person's or a common word's: "in Victoria", but not "to
// Victoria".
bool holds_a_place(std::string_view word) {
  static constexpr std::string_view kWords[] = {"in", "at", "near", "from", "outside", "inside"};
  return is_one_of(kWords, word);
}

// "in March" is a time wherever it stands.
bool is_month(std::string_view word) { return word == "march" || word == "may" || word == "august"; }

bool is_title_before(std::string_view word) {
  static constexpr std::string_view kWords[] = {"north",   "south",    "east",     "west",  "northern", "southern",
                                                "eastern", "western",  "central",  "upper", "lower",    "greater",
                                                "the",     "mainland", "downtown", "nearby"};
  return is_one_of(kWords, word);
}

// Words that a capital begins only since they open a sentence.
bool is_function_word(std::string_view word) {
  static constexpr std::string_view kWords[] = {
      "in",     "at",       "near",    "from",    "the",     "and",     "but",    "when",    "while", "after",
      "before", "since",    "for",     "with",    "on",      "to",      "as",     "if",      "by",    "of",
      "both",   "both",     "why",     "how",     "will",    "can",     "does",   "did",     "is",    "has",
      "may",    "although", "though",  "because", "whereas", "unlike",  "like",   "that",    "then",  "today",
      "across", "inside",   "outside", "around",  "between", "against", "toward", "towards", "into",  "over",
      "under",  "during",   "via",     "where",   "what",    "or",      "nor",    "this"};
  return is_one_of(kWords, word);
}

// "Washington Post", "Peshawar High Court": a capital word right behind makes the name longer, unless it is a title or
// a place.
bool is_title_behind(std::string_view word) {
  static constexpr std::string_view kWords[] = {"president", "prime",       "foreign",    "defence",  "defense",
                                                "interior",  "minister",    "ambassador", "general",  "says",
                                                "province",  "governorate", "oblast",     "district", "region",
                                                "state",     "city",        "and",        "or"};
  return is_one_of(kWords, word);
}

bool is_name_capital(const NameWord& word) { return word.capital && word.is_name_like; }

bool only_blank_between(std::string_view text, const NameWord& left, const NameWord& right) {
  return left.span.end <= right.span.begin &&
         trim(text.substr(left.span.end, right.span.begin - left.span.end)).empty();
}

// A headline in which nearly every word has a capital tells nothing by its capitals.
bool is_headline(const Words& words) {
  std::size_t letters = 0, capitals = 0;
  for (const NameWord& word : words)
    letters += word.is_name_like && word.folded.size() > 3, capitals += is_name_capital(word) && word.folded.size() > 3;
  return letters > 2 && capitals * 5 > letters * 4;
}

class SentenceFinder {
 public:
  SentenceFinder(const Tables& tables, std::string_view text, Words words)
      : tables_(tables), text_(text), words_(std::move(words)), is_headline_(is_headline(words_)) {}

  const Words& words() const { return words_; }
  std::string_view text() const { return text_; }
  bool headline() const { return is_headline_; }

  // The longest name that begins at a word.
  std::optional<Candidate> longest_at(std::size_t first) const {
    if (!is_name_capital(words_[first])) return std::nullopt;
    const auto most = tables_.first_words.find(words_[first].folded.substr(0, words_[first].folded.find(' ')));
    if (most == tables_.first_words.end()) return std::nullopt;
    std::optional<Candidate> best;
    std::string name = words_[first].folded;
    for (std::size_t end = first + 1;; ++end) {
      if (const auto found = tables_.names.find(name); found != tables_.names.end() && fits(first, end, found->second))
        best = Candidate{first, end, &found->second};
      if (end >= words_.size() || end - first >= most->second || words_[end - 1].possessive || !is_near(end))
        return best;
      if (!words_[end].folded.empty()) name += " " + words_[end].folded;
    }
  }

 private:
  // Only blanks, a hyphen, or the point of "St." may stand inside a name, never a line end.
  bool is_near(std::size_t at) const {
    const std::uint32_t begin = words_[at - 1].span.end, end = words_[at].span.begin;
    return end >= begin && end - begin <= 2 && text_.substr(begin, end - begin).find('\n') == std::string_view::npos;
  }

  bool fits(std::size_t first, std::size_t end, const NameInfo& info) const {
    if (info.is_acronym && end == first + 1) return words_[first].all_capital;
    if (words_[first].all_capital && words_[first].folded.size() < 4) return false;  // "UN", "AU" are no towns
    return is_name_capital(words_[end - 1]) || words_[end - 1].joined;
  }

  const Tables& tables_;
  std::string_view text_;
  Words words_;
  bool is_headline_;
};

// How often each country is named in the document, itself or by its adjective.
class Mentioned {
 public:
  void count(std::string_view country) { ++counts_[std::string(country)]; }
  int of(std::string_view country) const {
    const auto found = counts_.find(country);
    return found == counts_.end() ? 0 : found->second;
  }

 private:
  std::map<std::string, int, std::less<>> counts_;
};

// "Pakistani", "Afghan", "Iraqis": a stem of five letters shared with the name of a country.
bool may_be_adjective(std::string_view word, std::string_view country) {
  if (word.size() < 5 || country.size() < 4 || country.find(' ') != std::string_view::npos) return false;
  const std::string_view stem = country.substr(0, country.size() - (country.size() > 5 ? 1 : 0));
  return (word.starts_with(stem) && word.size() <= country.size() + 3) ||
         (word.size() >= 6 && country.starts_with(word));
}

class Finder {
 public:
  Finder(const Tables& tables, const Document& document, const language::Tokens& tokens) : tables_(tables) {
    for (const language::Sentence& sentence : tokens.sentences)
      sentences_.emplace_back(tables, document.text(), name_words(document.text(), tokens, sentence));
  }

  std::vector<Place> find() {
    for (const SentenceFinder& sentence : sentences_) count_countries(sentence);
    std::vector<Place> places;
    for (const SentenceFinder& sentence : sentences_) find_in(sentence, places);
    return places;
  }

 private:
  void count_countries(const SentenceFinder& sentence) {
    for (std::size_t i = 0; i < sentence.words().size(); ++i) {
      const NameWord& word = sentence.words()[i];
      if (!is_name_capital(word)) continue;
      if (const auto candidate = sentence.longest_at(i)) count_candidate(*candidate);
      count_adjective(word.folded);
    }
  }

  void count_candidate(const Candidate& candidate) {
    if (const Entry* country = country_among(candidate)) return mentioned_.count(country->country);
    if (candidate.info->is_doubtful) return;
    for (std::int32_t i = candidate.info->first; i >= 0; i = entry(i).next)
      if (entry(i).population >= kWellKnown) hinted_.count(entry(i).country);
  }

  void count_adjective(const std::string& folded) {
    const auto known = adjectives_.try_emplace(folded);
    if (known.second)
      for (const auto& [name, country] : tables_.country_stems)
        if (folded != name && may_be_adjective(folded, name)) known.first->second.push_back(country);
    for (std::string_view country : known.first->second) mentioned_.count(country);
  }

  const Entry* country_among(const Candidate& candidate) const {
    for (std::int32_t i = candidate.info->first; i >= 0; i = entry(i).next)
      if (entry(i).precision == Precision::Country) return &entry(i);
    return nullptr;
  }

  void find_in(const SentenceFinder& sentence, std::vector<Place>& places) const {
    for (std::size_t i = 0; i < sentence.words().size();) {
      const auto candidate = sentence.longest_at(i);
      const Entry* chosen = candidate ? choose(sentence, *candidate) : nullptr;
      if (chosen) places.push_back(place_of(sentence, *candidate, *chosen));
      i = candidate ? candidate->end : i + 1;
    }
  }

  Place place_of(const SentenceFinder& sentence, const Candidate& candidate, const Entry& entry) const {
    const Span span{sentence.words()[candidate.first].span.begin, sentence.words()[candidate.end - 1].span.end};
    return {.span = span,
            .name = std::string(entry.name),
            .geonameid = entry.geonameid,
            .country = std::string(entry.country),
            .latitude = entry.latitude,
            .longitude = entry.longitude,
            .precision = std::string(name_of(entry.precision)),
            .rule = tables_.rule_of(entry)};
  }

  // The place that a name means here, or nothing when it names no place.
  const Entry* choose(const SentenceFinder& sentence, const Candidate& candidate) const {
    if (is_inside_longer_name(sentence, candidate) || is_compound(sentence, candidate)) return nullptr;
    const std::string wanted = country_behind_comma(sentence, candidate);
    const Entry* best = nullptr;
    for (std::int32_t i = candidate.info->first; i >= 0; i = entry(i).next)
      if (!best || weight(entry(i), sentence, candidate, wanted) > weight(*best, sentence, candidate, wanted))
        best = &entry(i);
    return is_credible(*best, sentence, candidate, wanted) ? best : nullptr;
  }

  double weight(const Entry& entry, const SentenceFinder& sentence, const Candidate& candidate,
                std::string_view wanted) const {
    double sum = entry.population / 1e10;
    if (!wanted.empty() && entry.country == wanted && entry.precision != Precision::Country) sum += 1000;
    if (entry.precision == Precision::Country || entry.precision == Precision::Region) sum += 100;
    if (entry.precision == Precision::Admin1 && names_province(sentence, candidate)) sum += 50;
    if (entry.precision == Precision::City) sum += 0.5;  // "Kabul" is the town before it is the province
    return sum + (mentioned_.of(entry.country) > 0 ? 1 + mentioned_.of(entry.country) : 0);
  }

  static bool names_province(const SentenceFinder& sentence, const Candidate& candidate) {
    static constexpr std::string_view kWords[] = {"province", "region", "state",     "governorate",
                                                  "oblast",   "county", "department"};
    const Words& words = sentence.words();
    const bool is_before = candidate.first > 1 && words[candidate.first - 1].folded == "of" &&
                           is_one_of(kWords, words[candidate.first - 2].folded);
    return is_before || is_one_of(kWords, word_at(words, candidate.end).folded);
  }

  // ISO code of the country or of a province's country behind "Hyderabad, …"; empty for none.
  std::string country_behind_comma(const SentenceFinder& sentence, const Candidate& candidate) const {
    const Words& words = sentence.words();
    const std::size_t next = candidate.end + 1;
    if (next >= words.size() || sentence.text().substr(words[candidate.end].span.begin, 1) != ",") return {};
    const auto behind = sentence.longest_at(next);
    if (!behind) return {};
    if (const Entry* country = country_among(*behind)) return std::string(country->country);
    for (std::int32_t i = behind->info->first; i >= 0; i = entry(i).next)
      if (entry(i).precision == Precision::Admin1) return std::string(entry(i).country);
    return {};
  }

  bool is_inside_longer_name(const SentenceFinder& sentence, const Candidate& candidate) const {
    if (sentence.headline()) return false;
    const Words& words = sentence.words();
    if (candidate.end < words.size() && !words[candidate.end - 1].possessive) {
      const NameWord& next = words[candidate.end];
      const bool lengthens = is_name_capital(next) &&
                             only_blank_between(sentence.text(), words[candidate.end - 1], next) &&
                             !is_title_behind(next.folded);
      if (lengthens && !begins_place(sentence, candidate.end)) return true;
    }
    return is_end_of_longer_name(sentence, candidate);
  }

  bool begins_place(const SentenceFinder& sentence, std::size_t at) const {
    const auto candidate = sentence.longest_at(at);
    return candidate && country_among(*candidate);
  }

  // "Michael Jordan", "Bank of England", "University of Kabul"
  bool is_end_of_longer_name(const SentenceFinder& sentence, const Candidate& candidate) const {
    const Words& words = sentence.words();
    if (candidate.first == 0) return false;
    const NameWord& before = words[candidate.first - 1];
    if (!only_blank_between(sentence.text(), before, words[candidate.first])) return false;
    if (before.folded == "of" && candidate.first > 1) {
      static constexpr std::string_view kBodies[] = {"bank",    "university", "republic",    "kingdom",
                                                     "bishop",  "institute",  "duke",        "college",
                                                     "emirate", "voice",      "commonwealth"};
      return is_name_capital(words[candidate.first - 2]) && is_one_of(kBodies, words[candidate.first - 2].folded);
    }
    if (!is_name_capital(before) || before.possessive || is_title_before(before.folded) ||
        is_function_word(before.folded))
      return false;
    if (candidate.info->is_acronym || before.all_capital) return false;
    return country_among(candidate) == nullptr || words[candidate.first].joined;
  }

  // "US-led" and "Kabul-style" are adjectives; "Kabul-based" still tells where.
  bool is_compound(const SentenceFinder& sentence, const Candidate& candidate) const {
    const NameWord& next = word_at(sentence.words(), candidate.end);
    return next.joined && !next.capital && next.folded != "based" && next.folded != "born" &&
           next.folded != "controlled" && next.folded != "held";
  }

  bool is_credible(const Entry& entry, const SentenceFinder& sentence, const Candidate& candidate,
                   std::string_view wanted) const {
    if (entry.precision == Precision::Country || entry.precision == Precision::Region || !wanted.empty()) return true;
    const Words& words = sentence.words();
    const bool is_located = candidate.first > 0 && is_locative(words[candidate.first - 1].folded);
    if (candidate.info->is_doubtful)
      return candidate.first > 0 && holds_a_place(words[candidate.first - 1].folded) &&
             !is_month(words[candidate.first].folded);
    const bool is_known = entry.population >= kWellKnown || mentioned_.of(entry.country) > 0 ||
                          hinted_.of(entry.country) > 0 || candidate.end > candidate.first + 1;
    return is_known || is_located || names_province(sentence, candidate);
  }

  const Entry& entry(std::int32_t i) const { return tables_.entries[static_cast<std::size_t>(i)]; }

  const Tables& tables_;
  std::vector<SentenceFinder> sentences_;
  std::map<std::string, std::vector<std::string_view>, std::less<>> adjectives_;
  Mentioned mentioned_;
  Mentioned hinted_;  // by towns that everybody knows: with Aleppo, Idlib needs no explanation
};

}  // namespace

struct Gazetteer::Content : Tables {};

Gazetteer::Gazetteer(const std::filesystem::path& data) : content_(std::make_unique<Content>()) {
  load_tables(data, *content_);
}
Gazetteer::~Gazetteer() = default;

std::vector<Place> Gazetteer::find(const Document& document, const language::Tokens& tokens) const {
  return Finder(*content_, document, tokens).find();
}

const std::string& Gazetteer::fingerprint() const { return content_->fingerprint; }

}  // namespace demarche::places
