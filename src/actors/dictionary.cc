// SPDX-License-Identifier: Apache-2.0
#include "actors/dictionary.h"

#include <algorithm>
#include <unordered_map>

#include "actors/dictionary_words.h"
#include "base/error.h"
#include "base/files.h"
#include "base/utf8.h"

namespace demarche::actors {

namespace {

class DictionaryReader {
 public:
  explicit DictionaryReader(std::string file) : file_(std::move(file)) {}

  Dictionary read(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      ++dictionary_.counts.lines;
      read_line(std::string_view(text).substr(begin, end - begin));
      begin = end + 1;
    }
    end_names();
    return std::move(dictionary_);
  }

 private:
  using Codes = std::vector<std::string_view>;
  using Counter = std::size_t DictionaryCounts::*;

  std::string where() const { return file_ + ":" + std::to_string(dictionary_.counts.lines); }
  void fail(const std::string& what, const std::string& at) { dictionary_.problems.push_back({at, what}); }
  void fail_line(const std::string& what) {
    count(&DictionaryCounts::failed);
    fail(what, where());
  }

  // A line is one thing only: what it turned out to be last.
  void count(Counter kind) {
    if (counted_ != nullptr) --(dictionary_.counts.*counted_);
    counted_ = kind;
    ++(dictionary_.counts.*kind);
  }

  void read_line(std::string_view line) {
    counted_ = nullptr;
    const std::string_view all = trim(line);
    if (all.empty()) return count(&DictionaryCounts::blank);
    const std::string_view body = trim(without_comment(line));
    if (body.find_first_not_of("-_=~*. \t") == std::string_view::npos) {
      count(&DictionaryCounts::comments);
      return note_head(all);
    }
    if (is_damaged(body)) return fail_line("a letter of this line is damaged; write it anew");
    if (body.front() == '!' && contains(body, "=")) return read_set(body);
    if (is_discards_) return leave_out("words that make a text or sentence be left unread: the program reads all");
    if (is_event_code(body)) return leave_out("codes of events, not of actors");
    read_body(body);
  }

  // Comments at the head say what a list is, where its lines do not.
  void note_head(std::string_view comment) {
    if (!dictionary_.entries.empty() || !names_.empty()) return;
    head_ += " " + lower_ascii(trim(comment.substr(1)));
    if (contains(head_, "discards are indicated")) is_discards_ = true;
    if (contains(head_, "ethnic groups codes")) dictionary_.system = CodeSystem::Ethnic;
    if (contains(head_, "religion groups codes")) dictionary_.system = CodeSystem::Religious;
  }

  void leave_out(const std::string& reason) {
    count(&DictionaryCounts::left_out);
    ++dictionary_.left_out[reason];
  }

  // "0311: AGREE, , economic": a table of CAMEO and PLOVER.
  static bool is_event_code(std::string_view body) {
    const std::size_t digits = body.find_first_not_of("0123456789");
    return digits != std::string_view::npos && digits >= 2 && digits <= 4 && body[digits] == ':';
  }

  // "!PERSON! = MAN, MEN, WOMAN".
  void read_set(std::string_view body) {
    const std::size_t equals = body.find('=');
    const std::string_view name = trim(body.substr(0, equals));
    if (name.size() < 3 || name.back() != '!') return fail_line("a set of words is named like !PERSON!");
    std::vector<std::string> words;
    for (std::string_view rest = body.substr(equals + 1); !rest.empty();) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      if (const std::string_view word = trim(rest.substr(0, comma)); !word.empty()) words.emplace_back(word);
      rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    if (words.empty()) return fail_line("the set of words " + std::string(name) + " is empty");
    sets_[std::string(name)] = std::move(words);
    count(&DictionaryCounts::sets);
  }

  void read_body(std::string_view body) {
    Codes codes;
    std::string_view name;
    if (const std::string wrong = take_apart(body, name, codes); !wrong.empty()) return fail_line(wrong);
    const auto is_agent = [](std::string_view code) { return code.starts_with('~') || code.ends_with('~'); };
    if (!codes.empty() && std::any_of(codes.begin(), codes.end(), is_agent)) return read_agent(name, codes);
    if (name.empty()) {
      if (names_.empty()) return fail_line("codes without a name above them");
      count(&DictionaryCounts::codes_alone);
    } else if (!take_name(name, !codes.empty())) {
      return;
    }
    for (const std::string_view code : codes) take_code(code);
  }

  // Name and codes of a line, or what is wrong with it.
  static std::string take_apart(std::string_view body, std::string_view& name, Codes& codes) {
    const std::size_t first = std::min(body.find('['), body.size());
    name = trim(body.substr(0, first));
    for (std::string_view rest = body.substr(first); !rest.empty(); rest = trim(rest)) {
      if (rest.front() != '[') return "“" + std::string(rest) + "” stands behind the code";
      const std::size_t end = rest.find(']');
      if (end == std::string_view::npos) return "a code begins with [ and does not end with ]";
      codes.push_back(trim(rest.substr(1, end - 1)));
      rest.remove_prefix(end + 1);
    }
    if (contains(name, "]")) return "a ] without its [";
    return {};
  }

  // False when the line fails.
  bool take_name(std::string_view name, bool has_codes) {
    const bool is_synonym = name.front() == '+';
    if (is_synonym) name = trim(name.substr(1));
    if (name.empty() || name.find_first_not_of("_ \t.,'\"()-") == std::string_view::npos) {
      fail_line("a line without a name");
      return false;
    }
    if (is_synonym && names_.empty()) {
      fail_line("a further name, marked by +, without a name above it");
      return false;
    }
    const bool had_codes = !codes_.empty() || !without_code_.empty();
    const bool begins_entry = !is_synonym && (had_codes || has_codes);
    if (begins_entry) end_names();
    if (names_.empty()) begun_ = where();
    count(is_synonym ? &DictionaryCounts::synonyms : &DictionaryCounts::names);
    names_.emplace_back(name);
    lines_.push_back({where(), counted_});
    return true;
  }

  void take_code(std::string_view text) {
    if (text.find_first_not_of('-') == std::string_view::npos) {
      without_code_ = "names that are to be no actor: [---]";
      return;
    }
    const std::size_t gap = std::min(text.find_first_of(" \t<>"), text.size());
    DictionaryCode code{std::string(text.substr(0, gap)), {}, {}};
    std::string wrong = wrong_in_code(code.code);
    if (wrong.empty()) wrong = wrong_in_days(trim(text.substr(gap)), code);
    if (!wrong.empty()) {
      without_code_ = "names whose only code could not be read";
      return fail_line(wrong);
    }
    ++dictionary_.counts.codes;
    dictionary_.counts.dated += code.is_dated();
    codes_.push_back(std::move(code));
  }

  void end_names() {
    if (names_.empty()) return;
    if (!codes_.empty()) {
      dictionary_.entries.push_back({begun_, std::move(names_), std::move(codes_)});
    } else if (!without_code_.empty()) {
      dictionary_.left_out[without_code_] += names_.size();
    } else {
      fail_names();
    }
    names_.clear();
    codes_.clear();
    lines_.clear();
    without_code_.clear();
  }

  void fail_names() {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      fail("no code follows “" + names_[i] + "”", lines_[i].where);
      --(dictionary_.counts.*lines_[i].counted);
      ++dictionary_.counts.failed;
    }
  }

  // "POLICEMAN {POLICEMEN} [~COP]".
  void read_agent(std::string_view name, const Codes& codes) {
    if (codes.size() != 1) return fail_line("an agent has one code");
    std::string_view plural;
    bool has_plural = false;
    if (const std::size_t brace = name.find('{'); brace != std::string_view::npos) {
      if (!name.ends_with('}')) return fail_line("a plural begins with { and does not end with }");
      plural = trim(name.substr(brace + 1, name.size() - brace - 2));
      name = trim(name.substr(0, brace));
      has_plural = true;
    }
    if (name.empty()) return fail_line("an agent without a name");
    if (codes[0].ends_with('~')) return leave_out("agents whose code stands before the owner's (CODE~)");
    const std::string code(codes[0].substr(1));
    if (const std::string wrong = wrong_in_code(code); !wrong.empty()) return fail_line(wrong);
    DictionaryAgent agent{where(), {}, code};
    std::string wrong;
    for (const std::string& noun : put_in_sets(std::string(name), wrong)) {
      agent.phrases.push_back(phrase_of(noun));
      const bool is_set = contains(name, "!");
      if (!has_plural && !is_set && !noun.ends_with('_')) agent.phrases.push_back(plural_of(agent.phrases.back()));
    }
    if (!wrong.empty()) return fail_line(wrong);
    if (!plural.empty()) agent.phrases.push_back(phrase_of(plural));
    count(&DictionaryCounts::agents);
    ++dictionary_.counts.codes;
    dictionary_.agents.push_back(std::move(agent));
  }

  // BUSINESS!PERSON! → BUSINESSMAN, BUSINESSMEN, …
  std::vector<std::string> put_in_sets(std::string name, std::string& wrong) const {
    const std::size_t begin = name.find('!');
    if (begin == std::string::npos) return {std::move(name)};
    const std::size_t end = name.find('!', begin + 1);
    const auto set = end == std::string::npos ? sets_.end() : sets_.find(name.substr(begin, end - begin + 1));
    if (set == sets_.end()) {
      wrong = "“" + name.substr(begin) + "” is no set of words of this file";
      return {};
    }
    std::vector<std::string> out;
    for (const std::string& word : set->second) {
      std::string with = name;
      replace_all(with, set->first, word);
      for (std::string& each : put_in_sets(std::move(with), wrong)) out.push_back(std::move(each));
    }
    return out;
  }

  std::string file_;
  Dictionary dictionary_;
  Counter counted_ = nullptr;  // what the line under way was counted as
  std::unordered_map<std::string, std::vector<std::string>> sets_;
  // The entry under way.
  struct Line {
    std::string where;
    Counter counted;
  };
  std::vector<std::string> names_;
  std::vector<Line> lines_;  // of these names
  std::vector<DictionaryCode> codes_;
  std::string begun_;
  std::string without_code_;  // why it has none, where that is known
  std::string head_;
  bool is_discards_ = false;
};

}  // namespace

Dictionary read_dictionary(const std::filesystem::path& path) {
  std::string text = read_file(path);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  if (!is_valid_utf8(text)) text = utf8_of_latin1(text);
  Dictionary dictionary = DictionaryReader(path.filename().string()).read(text);
  const bool is_empty = dictionary.entries.empty() && dictionary.agents.empty() && dictionary.counts.left_out == 0;
  if (is_empty)
    throw Error(ErrorKind::BadInput,
                path.string() + ": no dictionary of actors or agents; no name in it has a code in [ ]");
  return dictionary;
}

}  // namespace demarche::actors
