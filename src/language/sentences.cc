// SPDX-License-Identifier: Apache-2.0
//
// Sentence ends. A point, question mark, exclamation mark or ellipsis, with the closing quotes and brackets behind it,
// ends a sentence when white space and a possible opening follow. Cases that need care:
//
//   Dr. Rizvi, Gen. Votel, Jan. 1          an abbreviation that leads on never ends a sentence
//   the U.S. said / in the U.S. The talks  letters with points end one only before a word that usually opens sentences
//   "Talks are over," she added. "Fully."  a mark inside quotes followed by a small letter goes on ("over?" she asked)
//
// ICU's sentence iterator with its list of suppressions was tried in thought and put aside: it has no notion of a quote
// that closes behind the mark and goes on in small letters, and its list cannot tell "U.S. President" from "in the U.S.
// The".
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "language/language.h"

namespace demarche::language {

namespace {

// Abbreviations that stand before what they belong to. Sorted, folded, without the point.
constexpr std::array<std::string_view, 74> kLeading = {
    "adm", "amb",  "apr", "art",  "aug",   "av",     "ave",   "brig",   "capt", "cf",   "cmdr", "col", "cpl",
    "cpt", "dec",  "dr",  "e.g",  "eds",   "est",    "feb",   "ft",     "fig",  "gen",  "gov",  "hon", "i.e",
    "jan", "jul",  "jun", "lt",   "ltcol", "maj",    "mar",   "messrs", "mgr",  "mr",   "mrs",  "ms",  "mt",
    "nos", "nov",  "oct", "op",   "p",     "para",   "paras", "pp",     "pres", "prof", "ref",  "rep", "reps",
    "rev", "rs",   "s.a", "sec",  "secs",  "sen",    "sens",  "sep",    "sept", "sgt",  "sr",   "st",  "supt",
    "vol", "vols", "vs",  "ph.d", "hrs",   "approx", "ca",    "no",     "dept"};

// Words that open a sentence far more often than they follow an abbreviation as a name.
constexpr std::array<std::string_view, 44> kOpeners = {
    "a",    "after", "although", "an",    "and",   "as",    "at",      "before",  "both",  "but",   "by",
    "for",  "from",  "he",       "her",   "his",   "how",   "however", "i",       "if",    "in",    "it",
    "its",  "many",  "most",     "no",    "not",   "on",    "one",     "several", "she",   "since", "some",
    "such", "that",  "the",      "their", "there", "these", "they",    "this",    "those", "to",    "when"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_end_mark(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == U'…' || c == U'。' || c == U'؟' || c == U'।';
}

bool is_closing(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == U'”' || c == U'’' || c == U'»';
}

bool is_opening(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == U'“' || c == U'‘' || c == U'«' || c == U'—' || c == U'–';
}

// The run of visible characters that ends at `end`.
std::string_view word_before(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t at = end;
  while (at > begin && static_cast<unsigned char>(text[at - 1]) > ' ') --at;
  return text.substr(at, end - at);
}

std::string_view word_after(std::string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t stop = at;
  while (stop<end&& static_cast<unsigned char>(text[stop])> ' ' && text[stop] != ',') ++stop;
  return text.substr(at, stop - at);
}

std::string without_opening(std::string_view word) {
  std::size_t at = 0;
  while (at < word.size()) {
    std::size_t next = at;
    if (!is_opening(next_code_point(word, next))) break;
    at = next;
  }
  return fold_case(word.substr(at));
}

bool is_initial(std::string_view word) { return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z'; }
bool is_dotted(std::string_view word) { return word.size() >= 3 && word[1] == '.'; }

// Whether the point behind `word` ends a sentence although `word` is, or may be, an abbreviation.
bool point_ends(std::string_view raw, std::string_view next) {
  const std::string word = without_opening(raw);
  const std::string follower = without_opening(next);
  if (is_one_of(kLeading, word)) return word == "no" && is_one_of(kOpeners, follower);
  if (is_initial(word) || is_dotted(word)) return is_one_of(kOpeners, follower);
  return true;
}

bool may_open_sentence(std::string_view text, std::uint32_t at) {
  std::size_t next = at;
  const char32_t c = next_code_point(text, next);
  if (is_opening(c)) return true;
  std::size_t peek = at;
  return !is_letter(next_code_point(text, peek)) || starts_with_upper(text.substr(at)) || c >= 0x2E80;
}

struct Ending {
  std::uint32_t marks_end = 0;  // behind the marks and closing quotes
  bool closed_quote = false;
};

Ending ending_at(std::string_view text, std::uint32_t mark, std::uint32_t end) {
  Ending ending{mark, false};
  for (std::size_t at = mark; at < end;) {
    const char32_t c = next_code_point(text, at);
    if (!is_end_mark(c) && !is_closing(c)) break;
    ending.closed_quote = ending.closed_quote || is_closing(c);
    ending.marks_end = static_cast<std::uint32_t>(at);
  }
  return ending;
}

std::uint32_t skip_space(std::string_view text, std::uint32_t at, std::uint32_t end) {
  while (at < end) {
    std::size_t next = at;
    if (!is_space(next_code_point(text, next))) break;
    at = static_cast<std::uint32_t>(next);
  }
  return at;
}

bool ends_sentence(std::string_view text, Span sentence, std::uint32_t mark, const Ending& ending, std::uint32_t next,
                   std::uint32_t end) {
  if (next >= end) return true;
  if (next == ending.marks_end && text[mark] < 0) return true;  // marks of scripts that put no space behind them
  if (next == ending.marks_end || !may_open_sentence(text, next)) return false;
  if (text[mark] != '.' || ending.closed_quote) return true;
  return point_ends(word_before(text, sentence.begin, mark), word_after(text, next, end));
}

}  // namespace

std::vector<Span> split_sentences(std::string_view text, Span block) {
  std::vector<Span> sentences;
  std::uint32_t begin = skip_space(text, block.begin, block.end);
  for (std::size_t at = begin; at < block.end;) {
    const auto mark = static_cast<std::uint32_t>(at);
    if (!is_end_mark(next_code_point(text, at))) continue;
    const Ending ending = ending_at(text, mark, block.end);
    const std::uint32_t next = skip_space(text, ending.marks_end, block.end);
    if (ends_sentence(text, {begin, block.end}, mark, ending, next, block.end)) {
      sentences.push_back({begin, ending.marks_end});
      begin = next;
    }
    at = std::max<std::size_t>(at, ending.marks_end);
  }
  const std::string_view rest = trim(text.substr(begin, block.end - begin));
  if (!rest.empty()) sentences.push_back({begin, begin + static_cast<std::uint32_t>(rest.size())});
  return sentences;
}

}  // namespace demarche::language
