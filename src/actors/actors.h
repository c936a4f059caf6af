// SPDX-License-Identifier: Apache-2.0
// Actors: phrases → actors of the knowledge tables, at the document's date.
//
//   "a senior Pakistani foreign ministry official", 2018-01-12  →  PAK.GOV.MFA (rule: country adjective + role noun)
//   "the Taliban", 1999 → AFG.GOV (status period);  2010 → AFG.REB.TLB
//   "militants"  →  an actor of no country, sector UAF; "reforms" → nothing
//
// Resolved or nothing: never a guess. Each answer names the rule and the table line that decided.
// Tables and Resolver are immutable after construction and may be used from many threads at once.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/language.h"
#include "reader/reader.h"
#include "text/text.h"

namespace demarche::actors {

// What a phrase was resolved to.
struct Resolution {
  std::string
      actor;  // dotted id: "PAK", "PAK.GOV.MFA", "AFG.REB.TLB"; "" + sector for typed groups without a country: ".REB"
  std::string name;     // "Ministry of Foreign Affairs (Pakistan)"
  std::string country;  // ISO 3166-1 alpha-3, or IGO NGO MNC EUR UNO…; empty when none applies
  std::string sector;   // PLOVER sector; a state as such acts through its government: GOV
  std::string sector2;
  std::string person;  // the office holder's name when the phrase names a person
  std::string rule;    // "data/actors/states.tsv:17" or "composition: data/actors/roles.tsv:40"
  float score = 0;     // 0 to 1
};

enum class MentionKind { Actor, Person, Place, Group, Pronoun, Other };
std::string_view name_of(MentionKind kind);

// A phrase of the text that names an actor, a person, a place or a group, or a pronoun for one.
struct Mention {
  Span span;  // whole noun phrase with title and apposition
  Span head;
  MentionKind kind = MentionKind::Other;
  int entity = -1;  // mentions with the same number corefer within the document
  std::optional<Resolution> resolution;
};

struct Mentions {
  std::vector<Mention> mentions;     // by begin, longer first
  std::optional<Resolution> issuer;  // whose words a release or briefing is, as its head says
  // The mention that best covers a phrase: equal span, else the outermost one inside it that holds its head, else one
  // that covers it. -1 when none.
  int find(Span phrase) const;
  // All top-level actor mentions inside a phrase: the parts of "Norway, Peru and the Taliban". Empty when there is
  // none.
  std::vector<int> parts(Span phrase) const;
};

// The knowledge below data/actors plus any project tables.
class Tables {
 public:
  // `project` holds further tables (columns: id name kind country sector member_of from to aliases by), each may be
  // empty. Throws Error{NotFound, BadInput} with file:line.
  Tables(const std::filesystem::path& data, const std::vector<std::filesystem::path>& project);
  ~Tables();
  Tables(Tables&&) noexcept;

  // Name of an actor id ("PAK.GOV.MFA" → "Ministry of Foreign Affairs (Pakistan)"), the id itself when unknown.
  std::string name_of_actor(std::string_view id) const;
  // Hash over the content of all tables; the record notes it with each reading.
  const std::string& fingerprint() const;

  struct Content;
  const Content& content() const { return *content_; }

 private:
  std::unique_ptr<Content> content_;
};

class Resolver {
 public:
  explicit Resolver(const Tables& tables) : tables_(tables) {}

  // A noun phrase on its own. `context` is the sentence it stands in, or empty.
  std::optional<Resolution> resolve_phrase(std::string_view phrase, std::optional<Day> date,
                                           std::string_view context = {}) const;

  // All mentions of a document: names, arguments and sources of the annotations, and what the tables find in the text;
  // resolved at the document's date and linked across the document (surname to full name, acronym in brackets, title,
  // pronoun).
  Mentions resolve(const Document& document, const language::Tokens& tokens,
                   const reader::Annotations& annotations) const;

 private:
  const Tables& tables_;
};

}  // namespace demarche::actors
