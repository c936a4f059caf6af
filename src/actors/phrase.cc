// SPDX-License-Identifier: Apache-2.0
// A noun phrase on its own: cut at its commas, read part by part, put together again.
#include "actors/phrase.h"

#include <algorithm>

#include "actors/bodies.h"
#include "actors/compose.h"
#include "actors/context.h"
#include "actors/namesakes.h"
#include "actors/seats.h"

namespace demarche::actors {

namespace {

struct Part {
  Frame frame;
  std::optional<Resolution> resolution;
  bool begins_with_and = false;
  bool is_whole = false;  // the grammar read it to its end
};

bool has_capital(const std::vector<Word>& words) {
  return std::any_of(words.begin(), words.end(), [](const Word& word) { return word.upper; });
}

// Where the phrase stands in its sentence; nothing when it does not.
std::optional<std::uint32_t> find_in(const std::vector<Word>& context, const std::vector<Word>& phrase) {
  for (std::uint32_t at = 0; at + phrase.size() <= context.size(); ++at) {
    const bool same = std::equal(phrase.begin(), phrase.end(), context.begin() + at,
                                 [](const Word& a, const Word& b) { return a.fold == b.fold && a.upper == b.upper; });
    if (same) return at;
  }
  return {};
}

class PhraseReader {
 public:
  PhraseReader(const Tables::Content& content, std::string_view text, const std::vector<Word>& words,
               std::optional<Day> day, const std::vector<Word>& context)
      : content_(content),
        text_(text),
        day_(day),
        context_(context),
        words_(words),
        mode_(words_.size() > 1 && context.empty() && !has_capital(words_) ? Case::Lenient : Case::Strict) {}

  PhraseReading read() const {
    if (auto named = name_with_commas()) return std::move(*named);
    const std::vector<Part> parts = split();
    PhraseReading reading;
    if (parts.empty()) return reading;
    reading.frame = parts.front().frame;
    reading.is_list = is_list(parts);
    if (reading.is_list) return reading;
    reading.name = name_in(parts);
    reading.resolution = pick(parts);
    if (reading.resolution && reading.resolution->person.empty()) reading.resolution->person = reading.name;
    if (is_ruled_out(parts)) reading.resolution.reset();
    if (!reading.resolution && !is_ruled_out(parts)) reading.resolution = misspelt(parts);
    if (!reading.resolution) reading.resolution = named_body(content_, words_, day_);
    return reading;
  }

 private:
  // "Masada, Action and Defense Movement": a name that has a comma of its own.
  std::optional<PhraseReading> name_with_commas() const {
    const auto has_comma = [](const Word& word) { return word.before == ','; };
    if (std::none_of(words_.begin(), words_.end(), has_comma)) return {};
    std::vector<Word> joined = words_;
    for (Word& word : joined)
      if (has_comma(word)) word.before = 0;
    const auto count = static_cast<std::uint32_t>(joined.size());
    const std::uint32_t begin = joined[0].fold == "the" && count > 1 ? 1 : 0;
    const Item item = item_at(content_, joined, begin, count, day_, mode_);
    constexpr std::uint32_t kLong = 3;  // words: "Lima, Peru" is a town and its state
    if (item.owner == nullptr || item.end != count || item.end - item.begin < kLong) return {};
    PhraseReading reading;
    reading.frame.owner = item.owner;
    reading.frame.end = count;
    const std::string& where = content_.places[item.owner->where];
    reading.resolution = Composer(content_, text_, words_, day_).of_actor(content_.actors[item.owner->index], where);
    return reading;
  }

  std::vector<Part> split() const {
    std::vector<Part> parts;
    const auto count = static_cast<std::uint32_t>(words_.size());
    for (std::uint32_t begin = 0; begin < count;) {
      std::uint32_t end = begin + 1;
      while (end < count && !is_break(words_[end].before)) ++end;
      parts.push_back(read_part(begin, end));
      begin = end;
    }
    return parts;
  }

  Part read_part(std::uint32_t begin, std::uint32_t end) const {
    Part part;
    part.begins_with_and = content_.classes_of(words_[begin].fold) & kConjunction;
    if (part.begins_with_and && begin + 1 < end) ++begin;
    part.frame = Grammar(content_, words_, day_, mode_).read(begin, end);
    part.is_whole = part.frame.end == end;
    part.resolution = Composer(content_, text_, words_, day_).compose(part.frame);
    return part;
  }

  static bool is_list(const std::vector<Part>& parts) {
    if (parts.size() == 1) return parts[0].frame.is_pair;
    const bool joined = parts.back().begins_with_and || parts.back().frame.is_pair;
    const auto named =
        std::count_if(parts.begin(), parts.end(), [](const Part& part) { return part.resolution.has_value(); });
    return joined && (named > 1 || parts.back().frame.is_pair);
  }

  // The office in the apposition says more than a name alone.
  std::optional<Resolution> pick(const std::vector<Part>& parts) const {
    const Part* best = nullptr;
    for (const Part& part : parts) {
      if (!part.resolution) {
        // What does not begin with an actor or a name ("the strategy, Pakistan's") names none.
        if (best == nullptr && part.frame.names.empty() && part.frame.persons.empty()) return {};
        continue;
      }
      const bool more = best != nullptr && best->resolution->country.empty() && !part.resolution->country.empty();
      const bool office = best != nullptr && best->frame.role == nullptr && !best->frame.persons.empty() &&
                          part.frame.role != nullptr && !part.resolution->country.empty();
      if (best == nullptr || more || office) best = &part;
    }
    if (best == nullptr) return {};
    if (auto later = later_office(*best, parts.front())) return later;
    return titled(*best, parts).value_or(*best->resolution);
  }

  std::optional<Resolution> misspelt(const std::vector<Part>& parts) const {
    const Composer composer(content_, text_, words_, day_);
    const Frame& frame = parts.front().frame;
    const bool is_bare = parts.size() == 1 && frame.owner == nullptr && frame.role == nullptr && frame.persons.empty();
    if (!is_bare || !parts.front().is_whole) return {};
    auto found =
        frame.names.size() == 1 ? composer.misspelt_name(words_[frame.names[0]]) : composer.misspelt_person(frame);
    return found ? found : composer.misspelt_group(frame.names, false);
  }

  // "Ana Lima, a young senator", of whom the tables know that she will once be minister of her country.
  std::optional<Resolution> later_office(const Part& best, const Part& named) const {
    const bool is_open = best.frame.role != nullptr && best.resolution->country.empty() && !best.frame.is_former;
    if (!is_open || !day_ || named.frame.persons.empty() || named.frame.role != nullptr) return {};
    const std::string country = later_state(content_, named.frame.persons, *day_);
    if (country.empty()) return {};
    const std::string& name = content_.persons[named.frame.persons.front()->index].name;
    return Composer(content_, text_, words_, day_).office_of(country, content_.roles[best.frame.role->index], name);
  }

  // "Ana Lima, the defence minister", of whom the tables know that she once was minister of trade: she is what the text
  // calls her.
  std::optional<Resolution> titled(const Part& known, const std::vector<Part>& parts) const {
    if (known.frame.persons.empty() || known.frame.role != nullptr || known.resolution->sector != "ELI") return {};
    for (const Part& part : parts) {
      if (part.frame.role == nullptr || part.frame.owner != nullptr || part.frame.is_former) continue;
      const Role& role = content_.roles[part.frame.role->index];
      if (role.kind != RoleKind::Office) continue;
      return Composer(content_, text_, words_, day_)
          .office_of(known.resolution->country, role, known.resolution->person);
    }
    return {};
  }

  std::string name_in(const std::vector<Part>& parts) const {
    for (const Part& part : parts) {
      if (!part.frame.persons.empty()) return content_.persons[part.frame.persons.front()->index].name;
      if (!part.frame.names.empty() && part.frame.owner == nullptr)
        return Composer(content_, text_, words_, day_).name_text(part.frame.names);
    }
    return {};
  }

  // A town where things happen, or the American state of Georgia.
  bool is_ruled_out(const std::vector<Part>& parts) const {
    const Frame& frame = parts.front().frame;
    if (frame.owner == nullptr || frame.role != nullptr) return false;
    if (content_.actors[frame.owner->index].id == "GEO" && frame.owner->sense == Sense::Name) {
      return std::any_of(context_.begin(), context_.end(),
                         [&](const Word& word) { return (content_.classes_of(word.fold) & kUsStateHint) != 0; });
    }
    const auto at = find_in(context_, words_);
    const bool has_article = words_.size() > 1 && words_[0].fold == "the";
    const bool is_other = at && is_state_like(content_.actors[frame.owner->index]) &&
                          is_namesake(content_, context_, *at + (has_article ? 1 : 0),
                                      *at + static_cast<std::uint32_t>(words_.size()), frame.owner->sense);
    if (is_other) return true;
    if (at && (is_given_name(*at) || is_no_name(*at))) return true;
    if (frame.owner->sense != Sense::Seat) return false;
    return at &&
           stands_for_place(content_, context_, *at, *at + static_cast<std::uint32_t>(words_.size()), NameOf::Town);
  }

  // "The pilot gave an ETA of nine": what the words before it forbid.
  bool is_no_name(std::uint32_t at) const {
    if (words_.size() != 1) return false;
    return item_at(content_, context_, at, static_cast<std::uint32_t>(context_.size()), day_, Case::Strict).is_word();
  }

  // "Israel Castillo", "Paris Hamilton".
  bool is_given_name(std::uint32_t at) const {
    const std::uint32_t after = at + static_cast<std::uint32_t>(words_.size());
    if (words_.size() != 1 || after >= context_.size() || words_[0].all_upper) return false;
    const bool is_joined = context_[after].before == 0 && context_[after].upper && !context_[after].all_upper &&
                           !context_[after - 1].possessive;
    return is_joined && (content_.classes_of(words_[0].fold) & kGivenName) &&
           item_at(content_, context_, after, static_cast<std::uint32_t>(context_.size()), day_, Case::Strict)
               .is_word() &&
           content_.classes_of(context_[after].fold) == 0;
  }

  const Tables::Content& content_;
  std::string_view text_;
  std::optional<Day> day_;
  const std::vector<Word>& context_;
  const std::vector<Word>& words_;
  Case mode_;
};

constexpr std::size_t kLongestContext = 20000;  // bytes; what is longer is no sentence or two

}  // namespace

PhraseReading read_phrase(const Tables::Content& content, std::string_view text, const std::vector<Word>& words,
                          std::optional<Day> day, const std::vector<Word>& context) {
  return PhraseReader(content, text, words, day, context).read();
}

std::optional<Resolution> Resolver::resolve_phrase(std::string_view phrase, std::optional<Day> date,
                                                   std::string_view context) const {
  if (phrase.size() > 2000) return {};  // no noun phrase; keeps the cost of hostile input linear
  const Tables::Content& content = tables_.content();
  const std::vector<Word> words = split_words(phrase);
  const PhraseReading alone = read_phrase(content, phrase, words, date, split_words(context));
  const bool has_context = !context.empty() && context.size() <= kLongestContext && !words.empty();
  auto found = has_context ? read_in_context(content, alone, words, date, context) : alone.resolution;
  if (found) found = merged(content, std::move(*found), date);
  return found;
}

}  // namespace demarche::actors
