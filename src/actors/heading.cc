// SPDX-License-Identifier: Apache-2.0
#include "actors/heading.h"

#include <algorithm>

#include "actors/grammar.h"
#include "actors/scan.h"

namespace demarche::actors {

namespace {

bool is_issued(DocumentKind kind) {
  return kind == DocumentKind::Release || kind == DocumentKind::Transcript || kind == DocumentKind::Interview;
}

class HeadingReader {
 public:
  HeadingReader(const Tables::Content& content, const Document& document)
      : content_(content), document_(document), scanner_(content, document.text()) {}

  Heading read() {
    for (const Block& block : document_.blocks()) {
      const bool is_above = block.zone == Zone::Title || block.zone == Zone::Byline || block.zone == Zone::Dateline;
      if (is_above) read_lines(block);
    }
    return std::move(heading_);
  }

 private:
  void read_lines(const Block& block) {
    for (std::uint32_t begin = block.span.begin; begin < block.span.end;) {
      const auto found = document_.text().find('\n', begin);
      const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(found, block.span.end));
      read_line({begin, end}, block.zone);
      begin = end + 1;
    }
  }

  void read_line(Span line, Zone zone) {
    SentenceWords words{line, 0, split_words(document_.text(), line), document_.metadata().published.day, false};
    if (words.words.empty()) return;
    words.words.front().before = 0;
    std::vector<Draft> drafts;
    scanner_.scan(words, 0, drafts);
    // The title is a sentence of the text and counted there.
    if (zone != Zone::Title) count_states(words);
    for (const Draft& draft : drafts) {
      if (!draft.name.empty() && draft.mention.resolution) heading_.persons.push_back(draft);
    }
    if (!heading_.issuer && is_issued(document_.metadata().kind)) find_issuer(std::move(drafts));
  }

  void count_states(const SentenceWords& line) {
    const auto count = static_cast<std::uint32_t>(line.words.size());
    for (std::uint32_t at = 0; at < count;) {
      const Item item = item_at(content_, line.words, at, count, line.day, Case::Strict);
      if (item.owner != nullptr) {
        const ActorRow& actor = content_.actors[item.owner->index];
        if (is_state_like(actor)) ++heading_.states[actor.country];
        const bool is_alone = at == 0 && item.end == count && item.owner->sense == Sense::Name && is_state_like(actor);
        if (is_alone && heading_.state.empty()) heading_.state = actor.country;
      }
      at = item.end;
    }
  }

  // "Ministry of Foreign Affairs", "the Spokesman of the United Nations Force".
  void find_issuer(std::vector<Draft> drafts) {
    for (Draft& draft : drafts) {
      if (!draft.mention.resolution || draft.is_adjective || !draft.name.empty()) continue;
      const bool is_organ = draft.role != nullptr && draft.role->kind == RoleKind::Organ;
      const bool is_owned =
          draft.role != nullptr && draft.role->kind == RoleKind::Generic && !draft.mention.resolution->country.empty();
      const bool is_body = draft.role == nullptr && content_.state(draft.mention.resolution->actor) == nullptr &&
                           draft.mention.kind == MentionKind::Actor;
      if (!is_organ && !is_owned && !is_body) continue;
      heading_.issuer = std::move(draft);
      return;
    }
  }

  const Tables::Content& content_;
  const Document& document_;
  Scanner scanner_;
  Heading heading_;
};

}  // namespace

Heading read_heading(const Tables::Content& content, const Document& document) {
  return HeadingReader(content, document).read();
}

}  // namespace demarche::actors
