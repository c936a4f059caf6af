// SPDX-License-Identifier: Apache-2.0
//
// Word pieces of the uncased BERT tokenizer, each with the bytes that it stands for.
//
// The reference drops control characters, sets CJK characters apart, decomposes (NFD), drops non-spacing marks,
// lower-cases, cuts at white space and around punctuation, and then takes the longest known piece from the left. It
// forgets where a piece came from; here every normalised character carries the bytes of its source, and the order of
// the reference is kept character by character. Canonical reordering, the one step that looks further, moves only marks
// that are dropped.
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <string>
#include <unordered_map>

#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"
#include "language/language.h"

namespace demarche::language {

namespace {

constexpr std::size_t kLongestWord = 100;  // characters; the reference calls longer words unknown

struct Hash : std::hash<std::string_view> {
  using is_transparent = void;
};

bool is_cjk(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x2A6DF) ||
         (c >= 0x2A700 && c <= 0x2B73F) || (c >= 0x2B740 && c <= 0x2B81F) || (c >= 0x2B920 && c <= 0x2CEAF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x2F800 && c <= 0x2FA1F);
}

// The reference's character classes are those of Unicode 8; to it, younger characters are plain ones.
bool has_class(char32_t c, std::uint32_t classes) {
  if ((U_GET_GC_MASK(static_cast<UChar32>(c)) & classes) == 0) return false;
  UVersionInfo age;
  u_charAge(static_cast<UChar32>(c), age);
  return age[0] <= 8;
}

bool is_punctuation(char32_t c) {
  if (c < 0x80) return (c >= 33 && c <= 47) || (c >= 58 && c <= 64) || (c >= 91 && c <= 96) || (c >= 123 && c <= 126);
  return has_class(c, U_GC_P_MASK);
}

bool is_dropped(char32_t c) {
  if (c >= ' ' && c < 0x7F) return false;
  if (c == '\t' || c == '\n' || c == '\r') return false;
  return c == 0xFFFD || has_class(c, U_GC_CC_MASK | U_GC_CF_MASK | U_GC_CO_MASK);
}

bool is_accent(char32_t c) { return has_class(c, U_GC_MN_MASK); }

// A word under construction: its normalised bytes, and for each normalised character its place there and its source.
struct Word {
  std::string text;
  std::vector<std::uint32_t> starts;
  std::vector<Span> sources;

  void add(char32_t c, Span source) {
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    sources.push_back(source);
    append_utf8(text, c);
  }
  void clear() {
    text.clear();
    starts.clear();
    sources.clear();
  }
};

void add_lower_case(Word& word, char32_t c, Span source) {
  // The only letter whose lower case is longer than one character, I with a dot, was decomposed before.
  word.add(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))), source);
}

void add_decomposed(Word& word, char32_t c, Span source) {
  if (c < 0x80) return word.add(c >= 'A' && c <= 'Z' ? c + 32 : c, source);
  UErrorCode failure = U_ZERO_ERROR;
  UChar parts[32];
  const std::int32_t length =
      unorm2_getDecomposition(unorm2_getNFDInstance(&failure), static_cast<UChar32>(c), parts, 32, &failure);
  if (length < 0) {
    if (!is_accent(c)) add_lower_case(word, c, source);
    return;
  }
  for (std::int32_t i = 0; i < length;) {
    UChar32 part = 0;
    U16_NEXT(parts, i, length, part);
    if (!is_accent(static_cast<char32_t>(part))) add_lower_case(word, static_cast<char32_t>(part), source);
  }
}

}  // namespace

struct WordPieces::Vocabulary {
  std::unordered_map<std::string, std::int32_t, Hash, std::equal_to<>> ids;
  std::size_t longest = 0;  // bytes
  std::int32_t unknown = 0;

  std::int32_t find(std::string_view piece) const {
    const auto found = ids.find(piece);
    return found == ids.end() ? -1 : found->second;
  }

  // Longest piece first; a word that cannot be covered is one unknown piece.
  void split_word(const Word& word, std::vector<Piece>& out) const {
    const std::size_t before = out.size();
    const Span whole{word.sources.front().begin, word.sources.back().end};
    if (word.starts.size() > kLongestWord) return out.push_back({whole, unknown});
    std::string continued;
    for (std::size_t first = 0; first < word.starts.size();) {
      const auto [end, id] = longest_from(word, first, continued);
      if (id < 0) {
        out.resize(before);
        return out.push_back({whole, unknown});
      }
      out.push_back({{word.sources[first].begin, word.sources[end - 1].end}, id});
      first = end;
    }
  }

  struct Found {
    std::size_t end = 0;
    std::int32_t id = -1;
  };
  Found longest_from(const Word& word, std::size_t first, std::string& scratch) const {
    for (std::size_t end = word.starts.size(); end > first; --end) {
      const std::size_t stop = end == word.starts.size() ? word.text.size() : word.starts[end];
      const std::string_view piece = std::string_view(word.text).substr(word.starts[first], stop - word.starts[first]);
      if (piece.size() > longest) continue;
      std::int32_t id = -1;
      if (first == 0) {
        id = find(piece);
      } else {
        scratch.assign("##").append(piece);
        id = find(scratch);
      }
      if (id >= 0) return {end, id};
    }
    return {};
  }
};

WordPieces::WordPieces(const std::filesystem::path& path) : vocabulary_(std::make_unique<Vocabulary>()) {
  const std::string lines = read_file(path);
  vocabulary_->ids.reserve(32768);
  std::int32_t id = 0;
  for (std::size_t begin = 0; begin < lines.size(); ++id) {
    const std::size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::size_t length = end - begin - (end > begin && lines[end - 1] == '\r' ? 1 : 0);
    vocabulary_->longest = std::max(vocabulary_->longest, length);
    vocabulary_->ids.emplace(lines.substr(begin, length), id);
    begin = end + 1;
  }
  vocabulary_->unknown = vocabulary_->find("[UNK]");
  if (vocabulary_->unknown < 0) {
    throw Error(ErrorKind::Corrupt, path.string() + ": no [UNK] piece; restore the file from the repository");
  }
}

WordPieces::~WordPieces() = default;
WordPieces::WordPieces(WordPieces&&) noexcept = default;

void WordPieces::split(std::string_view text, Span span, std::vector<Piece>& out) const {
  Word word;
  const auto flush = [&] {
    if (!word.starts.empty()) vocabulary_->split_word(word, out);
    word.clear();
  };
  // Marks and case are gone before the reference looks for punctuation, so that is decided on the normalised
  // characters.
  const auto take = [&](Word& normalised) {
    for (std::size_t i = 0; i < normalised.starts.size(); ++i) {
      std::size_t at = normalised.starts[i];
      const char32_t c = next_code_point(normalised.text, at);
      const bool alone = is_punctuation(c) || is_cjk(c);
      if (alone || is_space(c)) flush();
      if (!is_space(c)) word.add(c, normalised.sources[i]);
      if (alone) flush();
    }
    normalised.clear();
  };
  Word normalised;
  for (std::size_t at = span.begin; at < span.end;) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    if (is_dropped(c)) continue;
    if (is_space(c) || is_cjk(c)) flush();
    if (is_space(c)) continue;
    add_decomposed(normalised, c, {begin, static_cast<std::uint32_t>(at)});
    const bool cjk = is_cjk(c);
    take(normalised);
    if (cjk) flush();
  }
  flush();
}

}  // namespace demarche::language
