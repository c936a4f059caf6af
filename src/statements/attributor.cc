// SPDX-License-Identifier: Apache-2.0
//
// From four kinds of evidence to one ordered, nested list.
//
//   reader          source, cue and content that the network found, nested by re-reading
//   turn            a speaker label opens a turn; everything in it is his, up to the next label; in an interview
//                   without labels paragraphs ask and answer by turns
//   signature       a quotation that stands over a name
//   rebuttal        a sentence of an answer that denies, admits or evades what the question claims
//   recommendation  "Peru must …" in the voice of the author, the study or the speaker of a turn
//
// A turn is made before what stands in it, so that `inside` always points backwards.
#include "statements/draft.h"
#include "statements/exchanges.h"
#include "statements/quotations.h"
#include "statements/signatures.h"

namespace demarche::statements {

struct Attributor::Lexicon : statements::Lexicon {
  using statements::Lexicon::Lexicon;
};

Attributor::Attributor(const std::filesystem::path& data)
    : lexicon_(std::make_unique<Lexicon>(data / "lexicon" / "en")) {}
Attributor::~Attributor() = default;

std::string_view name_of(SpeakerKind kind) {
  switch (kind) {
    case SpeakerKind::Named:
      return "named";
    case SpeakerKind::Collective:
      return "collective";
    case SpeakerKind::Anonymous:
      return "anonymous";
    case SpeakerKind::Outlet:
      return "outlet";
    case SpeakerKind::Author:
      return "author";
    case SpeakerKind::None:
      return "none";
  }
  return "none";
}

std::string_view name_of(Form form) {
  switch (form) {
    case Form::Direct:
      return "direct";
    case Form::Mixed:
      return "mixed";
    case Form::Indirect:
      return "indirect";
  }
  return "indirect";
}

std::vector<Statement> Attributor::attribute(const Document& document, const language::Tokens& tokens,
                                             const reader::Annotations& annotations,
                                             const actors::Mentions& mentions) const {
  auto turns = find_turns(document, *lexicon_);
  name_answers(document, mentions, turns);
  if (turns.empty()) turns = find_exchange(document, *lexicon_, mentions);
  if (turns.empty()) turns = find_signed(document, *lexicon_);
  reader::Annotations own_words = annotations;
  bring_home(document, own_words);
  if (turns.empty()) drop_strays(document, own_words);  // an answer may go on over paragraphs
  take_out_signed(turns, own_words);
  give_back(tokens, turns, own_words);
  Draft statements;
  add_turns({document, tokens, annotations, mentions, *lexicon_}, turns, statements);
  add_attributions({document, tokens, own_words, mentions, *lexicon_}, turns, statements);
  add_charges({document, tokens, annotations, mentions, *lexicon_}, statements);
  add_recommendations({document, tokens, annotations, mentions, *lexicon_}, statements);
  return in_text_order(std::move(statements));
}

}  // namespace demarche::statements
