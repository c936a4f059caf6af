// SPDX-License-Identifier: Apache-2.0
// Dictionaries of the older tools (TABARI, PETRARCH, and the Phoenix lists made for them) → a project's actor table.
// Part of the face of actors: include it as "actors/dictionary.h".
//
//   TALISHKOV_  ; a comment            a name; "_" is a blank, at the end it forbids endings
//   +TALISHKOV'S_PEOPLE                another name of the same
//       [FRDGOV 930120-010120]         a code with the days on which it holds, both inclusive
//       [FRDELI]                       the code on all other days
//   FREEDONIA_ [FRD]                   TABARI's form: all in one line
//   POLICEMAN {POLICEMEN} [~COP]       an agent: a role noun with its plural; {} forbids one
//   !PERSON! = MAN, MEN                a set of words, to be put into agents: BUSINESS!PERSON!
//
// Each line is accounted for: what it was, or what is wrong with it.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "actors/actors.h"

namespace demarche::actors {

// What the three letters of a code without further parts mean.
enum class CodeSystem { States, Ethnic, Religious };

struct DictionaryCode {
  std::string code;  // "USAGOVMIL"
  std::optional<Day> from, to;
  bool is_dated() const { return from || to; }
};

// Names that share their codes.
struct DictionaryEntry {
  std::string where;               // "Phoenix.Countries.actors.txt:45"
  std::vector<std::string> names;  // as written: "HAMID_KARZAI_"
  std::vector<DictionaryCode> codes;
};

struct DictionaryAgent {
  std::string where;
  std::vector<std::string> phrases;  // with plurals, sets of words put in: "businessman", "businessmen"
  std::string code;                  // "GOVMIL"
};

struct DictionaryCounts {
  // Each line is one of these.
  std::size_t lines = 0, blank = 0, comments = 0, names = 0, synonyms = 0, codes_alone = 0, agents = 0, sets = 0,
              left_out = 0, failed = 0;
  // What they hold.
  std::size_t codes = 0, dated = 0;
};

struct DictionaryProblem {
  std::string where, what;
};

struct Dictionary {
  CodeSystem system = CodeSystem::States;
  std::vector<DictionaryEntry> entries;
  std::vector<DictionaryAgent> agents;
  std::vector<DictionaryProblem> problems;      // of lines that could not be used, in their order
  std::map<std::string, std::size_t> left_out;  // reason → lines or codes that were understood and have no place
  DictionaryCounts counts;
};

// Reads one file, in UTF-8 or, where it is none, in Latin-1. A malformed line is a problem, never the end. Throws
// Error{NotFound, Io}, and Error{BadInput} for a file that is no such dictionary.
Dictionary read_dictionary(const std::filesystem::path& path);

struct ImportOptions {
  std::string by = "import-dictionary";
  bool all = false;  // also what the tables know already
};

// What became of the names and agents of the dictionaries.
struct Import {
  std::string table;  // as Tables reads it
  std::size_t lines = 0, persons = 0, actors = 0, aliases = 0, roles = 0;
  std::map<std::string, std::size_t> left_out;  // reason → names
  std::map<std::string, std::size_t> unknown;   // first part of a code that is no state of the tables → entries
};

// Codes become ids: AFGGOV → AFG.GOV, [GRCREB] → GRC.REB.NAME, [IGOUNO] → UNO. What the tables know under the same
// country keeps its id and gets only the new spellings.
Import import_dictionaries(const std::vector<Dictionary>& dictionaries, const Tables& tables,
                           const ImportOptions& options);

}  // namespace demarche::actors
