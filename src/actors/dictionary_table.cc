// SPDX-License-Identifier: Apache-2.0
// Entries and agents of dictionaries → lines of a project's table.
//
// A dictionary says "this name is coded so"; our tables say who it is. So each entry becomes what comes nearest:
//   a person      dated codes, or one of the elite (ELI), and no word of a body in the name: a line for each term
//   a state       further names of the state; unknown single words under it are mostly its towns, which stand for it
//                 only where the text speaks of a government (kind capital)
//   an office     "AFGMIL": further names of AFG.MIL
//   a group       a line of its own, unless the tables know it: then further names of it
//   a category    peoples and religions
// A code without dates beside dated ones holds on the days between and around them.
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "actors/dictionary_codes.h"
#include "actors/dictionary_names.h"
#include "actors/dictionary_words.h"
#include "actors/grammar.h"

namespace demarche::actors {

namespace {

struct Line {
  std::string id, name, kind, country, sector, sector2, member_of;
  Interval when;
  std::vector<std::string> aliases;
  std::string source;
};

constexpr const char* kKnownNames = "names that the tables know already";

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) (out += out.empty() ? "" : "|") += value;
  return out;
}

std::string cell(const std::optional<Day>& day) { return day ? show(*day) : ""; }

Day after(Day day, int days) { return std::chrono::sys_days(day) + std::chrono::days(days); }

// The times between and around those of the dated codes.
std::vector<Interval> gaps(const std::vector<DictionaryCode>& codes) {
  std::vector<Interval> dated;
  for (const DictionaryCode& code : codes)
    if (code.is_dated()) dated.push_back({code.from, code.to});
  std::sort(dated.begin(), dated.end(), [](const Interval& a, const Interval& b) { return a.from < b.from; });
  std::vector<Interval> out;
  std::optional<Day> begin;
  bool is_open = false;
  for (const Interval& taken : dated) {
    if (taken.from && !is_open && (!begin || *begin < *taken.from)) out.push_back({begin, after(*taken.from, -1)});
    is_open |= !taken.to;
    if (taken.to && (!begin || *begin <= *taken.to)) begin = after(*taken.to, 1);
  }
  if (!is_open) out.push_back({begin, {}});
  return out;
}

// "2001-12-22" of an open term, the middle of a closed one: a day on which the code surely holds.
std::optional<Day> day_within(const DictionaryCode& code) {
  if (!code.from || !code.to) return code.from ? code.from : code.to;
  const auto from = std::chrono::sys_days(*code.from);
  return Day(from + (std::chrono::sys_days(*code.to) - from) / 2);
}

class Importer {
 public:
  Importer(const Tables& tables, const ImportOptions& options)
      : content_(tables.content()), resolver_(tables), options_(options) {}

  Import import(const std::vector<Dictionary>& dictionaries) {
    out_.table = "id\tname\tkind\tcountry\tsector\tsector2\tmember_of\tfrom\tto\taliases\tby\tsource\n";
    for (const Dictionary& dictionary : dictionaries) {
      for (const DictionaryEntry& entry : dictionary.entries) add_entry(entry, dictionary.system);
      for (const DictionaryAgent& agent : dictionary.agents) add_agent(agent);
    }
    return std::move(out_);
  }

 private:
  // One entry with what its codes mean.
  struct Known {
    const DictionaryEntry& entry;
    std::vector<std::string> names;
    std::vector<CodeMeaning> meanings;  // of entry.codes, in their order
    std::string source;
  };

  void add_entry(const DictionaryEntry& entry, CodeSystem system) {
    Known known{entry, names_of(entry), {}, entry.where};
    if (known.names.empty()) return leave_out("names without a letter", entry.names.size());
    for (const DictionaryCode& code : entry.codes) {
      known.meanings.push_back(meaning_of(code.code, system, content_));
      known.source += " " + code.code;
      if (!known.meanings.back().unknown.empty()) ++out_.unknown[known.meanings.back().unknown];
    }
    const bool is_dated =
        std::any_of(entry.codes.begin(), entry.codes.end(), [](const auto& c) { return c.is_dated(); });
    if (is_person(known, is_dated)) return add_person(known);
    if (is_dated) return add_dated(known);
    if (entry.codes.size() > 1)
      leave_out("further codes of a name that already has one for all days", entry.codes.size() - 1);
    add_undated(known, known.meanings.front());
  }

  std::vector<std::string> names_of(const DictionaryEntry& entry) const {
    std::vector<std::string> names;
    std::unordered_set<std::string> seen;
    for (const std::string& name : entry.names) {
      for (std::string& each : written_names(name, content_))
        if (seen.insert(fold_phrase(each)).second) names.push_back(std::move(each));
    }
    return names;
  }

  static bool is_person(const Known& known, bool is_dated) {
    bool is_elite = false;
    for (const CodeMeaning& meaning : known.meanings) {
      if (meaning.kind == CodeMeaning::Kind::State || meaning.id == "MNC" || meaning.sector == "MED") return false;
      is_elite |= meaning.sector == "ELI";
    }
    return (is_dated || is_elite) && known.names[0].find(' ') != std::string::npos && !names_a_body(known.names[0]);
  }

  void add_person(const Known& known) {
    if (!options_.all && is_known_person(known))
      return leave_out("persons whose terms the tables know", known.names.size());
    ++out_.persons;
    std::vector<std::string> aliases(known.names.begin() + 1, known.names.end());
    for_each_spell(known, [&](const CodeMeaning& meaning, const Interval& when) {
      add_office(meaning, known.source);
      const std::string owner = known.meanings[0].country.empty() ? known.meanings[0].id : known.meanings[0].country;
      write({owner + ".P." + slug_of(known.names[0]), known.names[0], "person", meaning.country, meaning.sector,
             meaning.sector2, meaning.id, when, std::exchange(aliases, {}), known.source});
    });
  }

  // An office that no line and no role makes a name for.
  void add_office(const CodeMeaning& office, const std::string& source) {
    const std::size_t point = office.id.find('.');
    const std::string unit = point == std::string::npos ? "" : office.id.substr(point + 1);
    const bool has_role = std::any_of(content_.roles.begin(), content_.roles.end(),
                                      [&](const Role& role) { return !unit.empty() && role.id == unit; });
    if (has_role || content_.actor(office.id) != nullptr || !offices_.insert(office.id).second) return;
    const ActorRow* state = content_.state(office.country);
    std::string name = unit.empty() ? office.id : unit;
    std::replace(name.begin(), name.end(), '.', ' ');
    write({office.id,
           name + " (" + (state ? state->name : office.country) + ")",
           "institution",
           office.country,
           office.sector,
           office.sector2,
           "",
           {},
           {},
           source});
  }

  // In office by our tables, too, on a day within each of the terms.
  bool is_known_person(const Known& known) const {
    bool has_office = false;
    for (std::size_t i = 0; i < known.meanings.size(); ++i) {
      const CodeMeaning& meaning = known.meanings[i];
      if (meaning.sector == "ELI" || !known.entry.codes[i].is_dated()) continue;
      has_office = true;
      const auto found = resolver_.resolve_phrase(known.names[0], day_within(known.entry.codes[i]));
      if (!found || found->person.empty() || found->country != meaning.country || found->sector != meaning.sector)
        return false;
    }
    return has_office;
  }

  template <class Take>
  void for_each_spell(const Known& known, Take&& take) {
    bool has_rest = false;
    for (std::size_t i = 0; i < known.meanings.size(); ++i) {
      const DictionaryCode& code = known.entry.codes[i];
      if (code.is_dated()) {
        take(known.meanings[i], Interval{code.from, code.to});
      } else if (!has_rest) {
        has_rest = true;
        for (const Interval& gap : gaps(known.entry.codes)) take(known.meanings[i], gap);
      } else {
        leave_out("further codes of a name that already has one for all days", 1);
      }
    }
  }

  // Names that mean another actor at another time.
  void add_dated(const Known& known) {
    for_each_spell(known, [&](const CodeMeaning& meaning, const Interval& when) {
      const std::string id = meaning.kind == CodeMeaning::Kind::Group ? group_id(known, meaning) : meaning.id;
      add_alias(id, meaning, known.names, when, known.source);
    });
  }

  void add_undated(const Known& known, const CodeMeaning& meaning) {
    switch (meaning.kind) {
      case CodeMeaning::Kind::State:
        return add_state(known, meaning);
      case CodeMeaning::Kind::Office:
        return add_alias(meaning.id, meaning, unknown_names(known, meaning.id), {}, known.source);
      case CodeMeaning::Kind::Group:
        return add_group(known, meaning);
      case CodeMeaning::Kind::Category:
        return add_category(known, meaning);
    }
  }

  // What the tables call a state or a people stays one: the Tonga of Zambia are not to be Tonga.
  void add_category(const Known& known, const CodeMeaning& meaning) {
    std::vector<std::string> names;
    for (const std::string& name : known.names) {
      const auto found = resolver_.resolve_phrase(name, {});
      if (options_.all || !found || !found->rule.starts_with("data/")) names.push_back(name);
    }
    if (names.size() < known.names.size()) leave_out(kKnownNames, known.names.size() - names.size());
    if (names.empty()) return;
    ++out_.actors;
    write({meaning.id,
           names[0],
           "people",
           meaning.country,
           meaning.sector,
           meaning.sector2,
           "",
           {},
           {names.begin() + 1, names.end()},
           known.source});
  }

  void add_state(const Known& known, const CodeMeaning& meaning) {
    const std::vector<std::string> unknown = unknown_names(known, meaning.id);
    std::vector<std::string> names, towns;
    for (const std::string& name : unknown)
      (is_name_of_state(name, known.names, unknown) ? names : towns).push_back(name);
    add_alias(meaning.id, meaning, names, {}, known.source);
    if (towns.empty()) return;
    out_.aliases += towns.size();
    write({meaning.id + ".CAP",
           towns[0],
           "capital",
           meaning.country,
           meaning.sector,
           "",
           meaning.id,
           {},
           {towns.begin() + 1, towns.end()},
           known.source});
  }

  // Names of several words, and misspellings of a name that the tables know.
  static bool is_name_of_state(const std::string& name, const std::vector<std::string>& all,
                               const std::vector<std::string>& unknown) {
    if (name == all[0] || names_a_body(name)) return true;
    return std::any_of(all.begin(), all.end(), [&](const std::string& other) {
      const bool is_known = std::find(unknown.begin(), unknown.end(), other) == unknown.end();
      return is_known && is_misspelling(fold_phrase(name), fold_phrase(other));
    });
  }

  void add_group(const Known& known, const CodeMeaning& meaning) {
    const std::string id = group_id(known, meaning);
    const std::vector<std::string> unknown = unknown_names(known, id);
    if (content_.actor(id) != nullptr || !groups_.insert(id).second)
      return add_alias(id, meaning, unknown, {}, known.source);
    ++out_.actors;
    write({id,
           known.names[0],
           kind_of(meaning),
           meaning.country == "MED" ? "" : meaning.country,
           meaning.sector,
           meaning.sector2,
           "",
           {},
           {known.names.begin() + 1, known.names.end()},
           known.source});
  }

  static std::string kind_of(const CodeMeaning& meaning) {
    if (meaning.sector == "REB" || meaning.sector == "UAF") return "armed_group";
    if (meaning.sector == "MED") return "outlet";
    return meaning.sector == "OPP" || meaning.sector == "PTY" ? "party" : "organisation";
  }

  // That of our tables where they know one of the names, else a new one.
  std::string group_id(const Known& known, const CodeMeaning& meaning) const {
    for (const std::string& name : known.names) {
      const auto found = resolver_.resolve_phrase(name, {});
      if (found && is_same(*found, meaning)) return found->actor;
    }
    return meaning.id + "." + slug_of(known.names[0]);
  }

  static bool is_same(const Resolution& found, const CodeMeaning& meaning) {
    const bool is_line = found.rule.starts_with("data/") && found.person.empty();
    const bool has_unit = found.actor.find('.') != std::string::npos || found.sector == "IGO";
    if (!is_line || !has_unit || found.sector != meaning.sector) return false;
    const bool crosses = meaning.country == "IMG" || meaning.country == "IGO" || meaning.country == "MED";
    return crosses || found.country == meaning.country;
  }

  std::vector<std::string> unknown_names(const Known& known, const std::string& id) {
    std::vector<std::string> out;
    for (const std::string& name : known.names) {
      const auto found = resolver_.resolve_phrase(name, {});
      if (options_.all || !found || found->actor != id) out.push_back(name);
    }
    std::erase_if(out, [&](const std::string& name) { return !written_.insert(id + " " + fold_phrase(name)).second; });
    if (out.size() < known.names.size()) leave_out(kKnownNames, known.names.size() - out.size());
    return out;
  }

  void add_alias(const std::string& id, const CodeMeaning& meaning, const std::vector<std::string>& names,
                 const Interval& when, const std::string& source) {
    if (names.empty()) return;
    out_.aliases += names.size();
    write({id,
           names[0],
           "alias",
           meaning.country,
           meaning.sector,
           meaning.sector2,
           "",
           when,
           {names.begin() + 1, names.end()},
           source});
  }

  void add_agent(const DictionaryAgent& agent) {
    const AgentMeaning meaning = meaning_of_agent(agent.code);
    std::vector<std::string> phrases;
    for (const std::string& phrase : agent.phrases) {
      if (options_.all || !is_known_role(phrase, meaning)) phrases.push_back(phrase);
    }
    if (phrases.size() < agent.phrases.size())
      leave_out("agents that the tables know as roles of the same sector", agent.phrases.size() - phrases.size());
    if (phrases.empty()) return;
    ++out_.roles;
    write({meaning.id,
           name_of_role(meaning),
           "role",
           "",
           meaning.sector,
           meaning.sector2,
           meaning.is_organ ? "organ" : "people",
           {},
           phrases,
           agent.where + " ~" + agent.code});
  }

  std::string name_of_role(const AgentMeaning& meaning) const {
    const Role* known = role_of(content_, meaning.id);
    if (known == nullptr) known = role_of(content_, meaning.sector);
    return known != nullptr ? known->name : meaning.sector;
  }

  bool is_known_role(const std::string& phrase, const AgentMeaning& meaning) const {
    const std::vector<Word> words = split_words(phrase);
    const auto count = static_cast<std::uint32_t>(words.size());
    if (count == 0) return true;
    const Item item = item_at(content_, words, 0, count, {}, Case::Lenient);
    return item.end == count && item.role != nullptr && content_.roles[item.role->index].sector == meaning.sector;
  }

  void leave_out(const std::string& reason, std::size_t count) { out_.left_out[reason] += count; }

  void write(const Line& line) {
    ++out_.lines;
    for (const std::string& value :
         {line.id, line.name, line.kind, line.country, line.sector, line.sector2, line.member_of, cell(line.when.from),
          cell(line.when.to), joined(line.aliases), options_.by})
      out_.table += value + "\t";
    out_.table += line.source + "\n";
  }

  const Tables::Content& content_;
  Resolver resolver_;
  const ImportOptions& options_;
  Import out_;
  std::unordered_set<std::string> offices_, groups_, written_;  // written already
};

}  // namespace

Import import_dictionaries(const std::vector<Dictionary>& dictionaries, const Tables& tables,
                           const ImportOptions& options) {
  return Importer(tables, options).import(dictionaries);
}

}  // namespace demarche::actors
