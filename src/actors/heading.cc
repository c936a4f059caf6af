// SPDX-License-Identifier: Apache-2.0
#include "actors/heading.h"

#include <algorithm>
#include <array>

#include "actors/grammar.h"
#include "actors/scan.h"

namespace demarche::actors {

namespace {

// "REPUBLIC OF PERU": besides the name only words that say what kind of state it is.
bool is_all_but(const SentenceWords& line, const Item& name) {
  constexpr std::array<std::string_view, 14> kWords = {"the",       "of",         "republic",  "kingdom",     "state",
                                                       "people",    "democratic", "islamic",   "federal",     "union",
                                                       "sultanate", "arab",       "socialist", "commonwealth"};
  for (std::uint32_t at = 0; at < line.words.size(); ++at) {
    const bool is_name = name.begin <= at && at < name.end;
    if (!is_name && std::find(kWords.begin(), kWords.end(), line.words[at].fold) == kWords.end()) return false;
  }
  return true;
}

bool is_issued(DocumentKind kind) {
  return kind == DocumentKind::Release || kind == DocumentKind::Transcript || kind == DocumentKind::Interview;
}

class HeadingReader {
 public:
  HeadingReader(const Tables::Content& content, const Document& document)
      : content_(content), document_(document), scanner_(content, document.text()) {}

  Heading read() {
    for (const Block& block : document_.blocks()) {
      if (block.zone == Zone::Body) break;
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
    words.is_title_case = zone == Zone::Title && is_title_case(content_, words.words);
    std::vector<Draft> drafts;
    scanner_.scan(words, 0, drafts);
    // The title is a sentence of the text and counted there.
    if (zone != Zone::Title) count_states(words, zone);
    introduce_persons(drafts);
    if (!heading_.issuer && is_issued(document_.metadata().kind)) find_issuer(words, drafts, zone);
  }

  void count_states(const SentenceWords& line, Zone zone) {
    const auto count = static_cast<std::uint32_t>(line.words.size());
    for (std::uint32_t at = 0; at < count;) {
      const Item item = item_at(content_, line.words, at, count, line.day, Case::Strict);
      if (item.owner != nullptr && is_state_like(content_.actors[item.owner->index])) {
        const std::string& country = content_.actors[item.owner->index].country;
        ++heading_.states[country];
        const bool is_alone = zone == Zone::Byline && item.owner->sense == Sense::Name && is_all_but(line, item);
        if (is_alone && heading_.state.empty()) heading_.state = country;
      }
      at = item.end;
    }
  }

  void introduce_persons(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      if (!draft.name.empty() && draft.mention.resolution) heading_.persons.push_back(draft);
    }
  }

  // "Ministry of Foreign Affairs", "Briefing by the Spokesman of the United Nations Force". Not the "Security Council"
  // of "Statement by Ambassador Lahti to the Security Council".
  void find_issuer(const SentenceWords& line, std::vector<Draft>& drafts, Zone zone) {
    for (Draft& draft : drafts) {
      if (draft.name.find(' ') != std::string::npos) return;  // he is the issuer's, or nobody is
      if (!draft.mention.resolution || draft.is_adjective || !is_body(draft)) continue;
      if (!(zone != Zone::Title && begins(line, draft)) && !is_named_as_author(line, draft)) continue;
      draft.mention.resolution->person.clear();  // the "Force" of "Spokesman of the United Nations Force"
      heading_.issuer = std::move(draft);
      return;
    }
  }

  bool is_body(const Draft& draft) const {
    const bool is_owned = !draft.mention.resolution->country.empty();
    if (draft.role != nullptr)
      return draft.role->kind == RoleKind::Organ || (draft.role->kind == RoleKind::Generic && is_owned);
    return content_.state(draft.mention.resolution->actor) == nullptr && draft.mention.kind == MentionKind::Actor;
  }

  static std::uint32_t first_word(const SentenceWords& line, const Draft& draft) {
    const auto first = std::find_if(line.words.begin(), line.words.end(),
                                    [&](const Word& word) { return word.span.begin >= draft.mention.span.begin; });
    return static_cast<std::uint32_t>(first - line.words.begin());
  }

  bool begins(const SentenceWords& line, const Draft& draft) const {
    const std::uint32_t at = first_word(line, draft);
    return at == 0 || (at == 1 && (content_.classes_of(line.words[0].fold) & kDeterminer));
  }

  // "Statement by the …", "Communiqué of the …".
  bool is_named_as_author(const SentenceWords& line, const Draft& draft) const {
    constexpr std::array<std::string_view, 12> kKinds = {"statement",  "briefing",     "communique", "declaration",
                                                         "conference", "remarks",      "release",    "address",
                                                         "message",    "announcement", "report",     "bulletin"};
    std::uint32_t at = first_word(line, draft);
    if (at > 0 && (content_.classes_of(line.words[at - 1].fold) & kDeterminer)) --at;
    if (at < 2) return false;
    const std::string &link = line.words[at - 1].fold, &kind = line.words[at - 2].fold;
    const bool is_link = link == "by" || link == "of" || link == "from";
    return is_link && std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
  }

  const Tables::Content& content_;
  const Document& document_;
  Scanner scanner_;
  Heading heading_;
};

}  // namespace

bool opens_turn(std::string_view text, Span phrase) {
  const std::size_t next = text.find_first_not_of('*', phrase.end);
  return next != std::string_view::npos && text[next] == ':';
}

Heading read_heading(const Tables::Content& content, const Document& document) {
  return HeadingReader(content, document).read();
}

}  // namespace demarche::actors
