// SPDX-License-Identifier: Apache-2.0
// The items of a record laid out for comparison: each event with who claims it and how, each statement with what it is
// about. Private to this folder.
#pragma once

#include <climits>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "analysis/actors.h"
#include "analysis/analysis.h"
#include "base/utf8.h"

namespace demarche::analysis {

constexpr int kNoDay = INT_MIN;
int day_number(std::string_view day);  // days since 1970; kNoDay for an empty or malformed one
std::string day_text(int day);         // empty for kNoDay

// Days on which something may have happened.
struct When {
  int lo = kNoDay, hi = kNoDay;
  bool is_known() const { return lo != kNoDay && hi != kNoDay; }
  bool is_exact() const { return is_known() && hi - lo < 2; }
  bool is_coarse() const { return is_known() && hi - lo > 45; }
  bool overlaps(const When& other, int slack = 0) const { return lo <= other.hi + slack && other.lo <= hi + slack; }
};

// Who says something. `id` is the actor in whose name it is said (PAK for its foreign ministry), or the key of a name
// that no table knows ("name:northern front", analysis/identities.h); empty for a voice that has neither.
struct Voice {
  std::string id, speaker, name, kind;
  std::string key;  // equal for the same voice
  bool is_named_actor() const { return !id.empty(); }
};

enum class Stance { Affirms, Denies, Demands, Promises, Refuses, Threatens, Asks };
std::string_view name_of(Stance stance);

// Whether it is told as a fact, as something to come, or as something wished, feared or supposed.
enum class Ground { Fact, Future, Supposed };

struct Claim {
  int document = 0, nr = 0;
  const record::EventItem* event = nullptr;
  int utterance = -1;     // the statement inside which it stands: index into Corpus::utterances
  int performed_by = -1;  // the same, of the statement that does the deed
  Voice voice;
  Stance stance = Stance::Affirms;
  Ground ground = Ground::Fact;
  Ids actors, recipients;
  std::vector<std::string> themes, stems;
  When when;
  int said = kNoDay;
  double score = 0;
  std::string id;  // of the event
  int quad() const;
  Ids parties() const;
};

struct Utterance {
  int document = 0, nr = 0;
  const record::StatementItem* statement = nullptr;
  Voice voice;
  Ids addressees;
  Ids about;           // actors named in its content, without the speaker
  std::string target;  // the first actor named behind the cue: "accused TARVESSA of …", "urged PERU to …"; empty when
                       // none stands near
  bool is_subject = false;  // the content begins with it: "that PERU arms them"
  bool is_bare = false;     // nothing is said but the target: "blamed PERU"
  std::vector<std::string> themes;
  record::Range whole, content;  // from its first to its last word; the same of its content
  record::Range quote;           // the sentence or two to show for it
  int inside = -1;               // index into Corpus::utterances
  int said = kNoDay;
  bool said_is_exact = false;
  std::vector<int> claims;  // indexes of the claims it makes itself
  double score = 0;
  std::string id;
  const std::string& act() const { return statement->act; }
};

// A document, its text addressable by code points, and where its items stand in the corpus.
struct Text {
  const Source* source = nullptr;
  std::unique_ptr<CodePoints> points;
  int first_claim = 0, first_utterance = 0;
  int published = kNoDay;
  Voice voice;                          // its own: the author of an opinion article, else the outlet
  std::vector<std::uint64_t> shingles;  // a sample of those of the whole text, sorted
  std::string words(record::Range range) const;
};

class Identities;

struct Corpus {
  std::vector<Text> texts;
  std::vector<Claim> claims;
  std::vector<Utterance> utterances;
  const Lexicon* lexicon = nullptr;
  NameOf name_of_actor;
  std::shared_ptr<const Identities> identities;
  std::map<std::string, std::string> names;  // keys of names, as they are shown

  std::string name_of(const std::string& id) const;  // of an actor id or a key
  std::vector<std::string> names_of(const Ids& ids) const;
  Quote quote(const Claim& claim) const;
  Quote quote(const Utterance& utterance) const;
  // Of any words of a document (its index): who said them when, and the item they stand in.
  Quote quote(int document, record::Range span, int said, const std::string& item) const;
  const std::string& outlet(int document) const {
    return texts[static_cast<std::size_t>(document)].source->document.outlet;
  }
};

// `sources` must outlive the corpus. Sorted by document id, so that the order of storing does not show.
Corpus lay_out(const std::vector<Source>& sources, const Lexicon& lexicon, const NameOf& name_of);

int quad_of(std::string_view event);

}  // namespace demarche::analysis
