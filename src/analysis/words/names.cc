// SPDX-License-Identifier: Apache-2.0
#include "analysis/words/names.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "base/tsv.h"
#include "base/utf8.h"

namespace demarche::analysis {

NameWords::NameWords(const std::filesystem::path& data) {
  static const std::map<std::string_view, unsigned> kNamed = {{"title", kTitle},       {"honorific", kTitle},
                                                              {"function", kFunction}, {"determiner", kFunction},
                                                              {"body", kBody},         {"firm", kFirm},
                                                              {"organ", kOrgan},       {"legal", kLegal},
                                                              {"particle", kParticle}, {"linking", kLinking},
                                                              {"role", kRole},         {"gone", kGone},
                                                              {"former", kGone},       {"preposition", kPreposition},
                                                              {"where", kWhere},       {"people", kPeople},
                                                              {"heading", kHeading},   {"he_name", kHisName},
                                                              {"she_name", kHerName},  {"calendar", kCalendar}};
  for (const auto& path :
       {data / "lexicon" / "en" / "names.tsv", data / "actors" / "words.tsv", data / "actors" / "given_names.tsv"}) {
    for (const TsvRow& row : read_tsv(path, {"word", "class"})) {
      const auto named = kNamed.find(row["class"]);
      if (named != kNamed.end()) classes_[row["word"]] |= named->second;
    }
  }
}

unsigned NameWords::classes_of(std::string_view folded) const {
  const auto found = classes_.find(folded);
  return found == classes_.end() ? 0 : found->second;
}

namespace {

bool is_apostrophe(std::string_view gap) { return gap == "'" || gap == "’"; }

bool is_word_part(char32_t point) { return is_letter(point) || is_digit(point); }

bool ends_sentence(std::string_view gap) {
  if (gap.find_first_of(".!?:\n\"") != std::string_view::npos) return true;
  return gap.find("“") != std::string_view::npos || gap.find("‘") != std::string_view::npos;
}

std::string_view gap_between(std::string_view text, const NameToken& before, const NameToken& behind) {
  return text.substr(before.stop, behind.begin - before.stop);
}

// "Mr. Vint", "D. Vint": the stop ends no sentence.
bool is_shortened(const NameToken& token) {
  return token.is_capital && (token.end - token.begin == 1 || (token.classes & NameWords::kTitle));
}

// "Front's": the s is no word of its own.
bool take_possessive(std::string_view text, std::vector<NameToken>& tokens, const NameToken& token) {
  if (tokens.empty() || token.fold != "s" || !is_apostrophe(gap_between(text, tokens.back(), token))) return false;
  tokens.back().is_possessive = true;
  tokens.back().stop = token.end;
  return true;
}

NameToken next_token(std::string_view text, std::size_t& at) {
  NameToken token;
  token.begin = static_cast<std::uint32_t>(at);
  while (at < text.size()) {
    const std::size_t before = at;
    if (!is_word_part(next_code_point(text, at))) {
      at = before;
      break;
    }
  }
  token.end = token.stop = static_cast<std::uint32_t>(at);
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  token.fold = fold_case(word);
  token.is_capital = starts_with_upper(word);
  token.is_upper = word.size() > 1 && std::all_of(word.begin(), word.end(), [](unsigned char byte) {
                     return (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
                   });
  return token;
}

}  // namespace

std::vector<NameToken> tokens_of(std::string_view text, const NameWords& words) {
  std::vector<NameToken> tokens;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t behind = at;
    if (!is_word_part(next_code_point(text, behind))) {
      at = behind;
      continue;
    }
    NameToken token = next_token(text, at);
    if (take_possessive(text, tokens, token)) continue;
    token.classes = words.classes_of(token.fold);
    const std::string_view gap = tokens.empty() ? "\n" : gap_between(text, tokens.back(), token);
    const bool is_stop_of_word = !tokens.empty() && gap == ". " && is_shortened(tokens.back());
    token.starts_sentence = ends_sentence(gap) && !is_stop_of_word;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

namespace {

class NameScan {
 public:
  NameScan(std::string_view text, const std::vector<NameToken>& tokens) : text_(text), tokens_(tokens) {
    for (const NameToken& token : tokens) {
      if (!token.is_capital) small_.insert(token.fold);
      if (token.is_capital && !token.starts_sentence) large_.insert(token.fold);
    }
  }
  std::vector<NameUse> find();

 private:
  const NameToken& token(int index) const { return tokens_[static_cast<std::size_t>(index)]; }
  bool is(int index, unsigned classes) const { return token(index).classes & classes; }
  bool may_be_in_name(int index) const;
  bool is_joined(int index) const;
  int end_of_name(int first) const;
  int behind_links(int last, int first) const;
  int without_titles(int first, int last) const;
  bool begins_or_ends_with(int first, int last, unsigned classes) const;
  bool is_doubtful(int first, int last) const;
  bool shows_group(int first, int last) const;
  void take(int first, int last, bool has_title);
  void take_run(int first, int last);

  std::string_view text_;
  const std::vector<NameToken>& tokens_;
  std::unordered_set<std::string_view> small_,
      large_;  // words that the text writes small, or with a capital inside a sentence
  std::vector<NameUse> found_;
};

bool NameScan::may_be_in_name(int index) const {
  return token(index).is_capital && !is(index, NameWords::kCalendar | NameWords::kFunction);
}

// Whether a token belongs to the same phrase as the one before it.
bool NameScan::is_joined(int index) const {
  if (index >= static_cast<int>(tokens_.size()) || token(index - 1).is_possessive) return false;
  const std::string_view gap = gap_between(text_, token(index - 1), token(index));
  if (gap == " " || gap == "-" || (is_apostrophe(gap) && token(index).is_capital)) return true;
  return (gap == ". " || gap == ".") && is_shortened(token(index - 1));
}

// The last token of what "for a Free Ethrin" adds to "Front", or `last` itself.
int NameScan::behind_links(int last, int first) const {
  constexpr int kMost = 3;
  const bool is_group = begins_or_ends_with(first, last, NameWords::kBody | NameWords::kOrgan);
  for (int next = last + 1; next <= last + kMost && is_joined(next); ++next) {
    if (may_be_in_name(next)) return next;
    const bool is_particle = is(next, NameWords::kParticle);
    const bool is_link = is_group && (is(next, NameWords::kLinking) ||
                                      (next > last + 1 && is(next, NameWords::kFunction)) || token(next).fold == "and");
    if (token(next).is_capital || !(is_particle || is_link)) break;
    if (token(next).fold == "and" && last - first < 2) break;
  }
  return last;
}

int NameScan::end_of_name(int first) const {
  for (int last = first;;) {
    const int further = behind_links(last, first);
    if (further == last) return last;
    last = further;
  }
}

bool NameScan::begins_or_ends_with(int first, int last, unsigned classes) const {
  return is(first, classes) || is(last, classes);
}

// "Energy Minister Lotta Brand" is a name from "Lotta" on; "Prince Eugen Foundation" is one as a whole.
int NameScan::without_titles(int first, int last) const {
  if (begins_or_ends_with(first, last, NameWords::kBody | NameWords::kFirm | NameWords::kOrgan)) return first;
  for (int at = last; at >= first; --at) {
    if (is(at, NameWords::kTitle | NameWords::kRole)) return at + 1;
  }
  return first;
}

// The first word of a sentence has its capital anyhow.
bool NameScan::is_doubtful(int first, int last) const {
  const NameToken& word = token(first);
  if (!word.starts_sentence || (word.is_upper && first != last)) return false;
  return small_.contains(word.fold) || (first == last && !word.is_upper && !large_.contains(word.fold));
}

// "Northern Front", "Veldmark Ltd", "Monitoring Group on the Outer Isles"
bool NameScan::shows_group(int first, int last) const {
  if (first == last) return is(first, NameWords::kBody);
  if (is(first, NameWords::kBody) || is(last, NameWords::kBody | NameWords::kFirm | NameWords::kLegal)) return true;
  for (int at = first; at < last; ++at) {
    if (is(at, NameWords::kBody) && is(at + 1, NameWords::kLinking)) return true;
  }
  return false;
}

void NameScan::take(int first, int last, bool has_title) {
  NameUse use{.first = first, .last = last, .words = {}, .initials = {}, .has_title = has_title};
  for (int at = first; at <= last; ++at) {
    const bool is_little = is(at, NameWords::kLinking | NameWords::kFunction) && !token(at).is_capital;
    const bool is_article = token(at).fold == "al" || token(at).fold == "el" || token(at).fold == "and";
    const bool is_form = at > first && is(at, NameWords::kLegal);
    if (token(at).is_capital) use.initials += token(at).fold.substr(0, 1);
    if (!is_little && !is_article && !is_form) use.words.push_back(token(at).fold);
  }
  use.is_short = first == last && token(first).is_upper && token(first).fold.size() < 8;
  use.has_body = shows_group(first, last);
  use.is_organ = is(last, NameWords::kOrgan) || is(first, NameWords::kOrgan);
  if (!use.words.empty() && !begins_or_ends_with(first, last, NameWords::kHeading)) found_.push_back(std::move(use));
}

// "FIF Commander Tushuri": the group before the title is a name of its own.
void NameScan::take_run(int first, int last) {
  if (is_doubtful(first, last) && !(is(first, NameWords::kBody | NameWords::kTitle | NameWords::kRole))) ++first;
  if (first > last) return;
  const int name = without_titles(first, last);
  const int title = name - 1;
  if (title > first && (token(first).is_upper || is(title - 1, NameWords::kBody | NameWords::kFirm)))
    take(first, title - 1, false);
  const bool is_by_title = name > first || (first > 0 && is(first - 1, NameWords::kTitle) && is_joined(first));
  if (name <= last) take(name, last, is_by_title);
}

std::vector<NameUse> NameScan::find() {
  const int count = static_cast<int>(tokens_.size());
  for (int first = 0; first < count; ++first) {
    if (!may_be_in_name(first)) continue;
    const int last = end_of_name(first);
    take_run(first, last);
    first = last;
  }
  return std::move(found_);
}

}  // namespace

std::vector<NameUse> names_in(std::string_view text, const std::vector<NameToken>& tokens) {
  return NameScan(text, tokens).find();
}

}  // namespace demarche::analysis
