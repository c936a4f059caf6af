// SPDX-License-Identifier: Apache-2.0
// Statements: who says what to whom, inside which other statement.
//
//   "State radio said the ministry had denied the raid."
//      s1 state radio asserts […]      s2 the ministry denies "the raid", inside s1
//
// Attributions of the reader, turns of interviews and recommendations of studies and authors become statements with a
// speaker, an act and a polarity. Immutable after construction; safe from many threads.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "actors/actors.h"
#include "language/language.h"
#include "reader/reader.h"
#include "text/text.h"

namespace demarche::statements {

enum class SpeakerKind { Named, Collective, Anonymous, Outlet, Author, None };
std::string_view name_of(SpeakerKind kind);

enum class Form { Direct, Mixed, Indirect };
std::string_view name_of(Form form);

struct Statement {
  Spans source, cue, content;
  int speaker_mention = -1;  // into Mentions::mentions
  std::string speaker;       // actor id, empty when unresolved
  std::string speaker_name, speaker_person;
  SpeakerKind speaker_kind = SpeakerKind::None;
  std::vector<std::string> addressees;  // actor ids
  std::string act;                      // one of the acts of docs/annotation.md
  bool negated = false;                 // polarity of the content: "said it had not …"
  Form form = Form::Indirect;
  int inside = -1;   // index of the statement that reports this one
  std::string rule;  // what produced it: "reader", "turn", "signature", "recommendation", "data/lexicon/en/cues.tsv:12"
  float score = 0;
};

class Attributor {
 public:
  explicit Attributor(const std::filesystem::path& data);  // data/lexicon/en/cues.tsv and its neighbours
  ~Attributor();
  // In text order; an outer statement stands before those inside it.
  std::vector<Statement> attribute(const Document& document, const language::Tokens& tokens,
                                   const reader::Annotations& annotations, const actors::Mentions& mentions) const;

 private:
  struct Lexicon;
  std::unique_ptr<Lexicon> lexicon_;
};

}  // namespace demarche::statements
