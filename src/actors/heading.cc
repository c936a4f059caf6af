// SPDX-License-Identifier: Apache-2.0
#include "actors/heading.h"

#include <algorithm>
#include <array>

#include "actors/grammar.h"
#include "actors/link.h"
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
      if (block.zone == Zone::Body && !has_only_lines(block)) break;
      const bool is_above = block.zone == Zone::Title || block.zone == Zone::Byline || block.zone == Zone::Dateline ||
                            block.zone == Zone::Body;
      if (is_above) read_lines(block);
    }
    return std::move(heading_);
  }

 private:
  // "Present: Aino Lahti, spokeswoman", "Eastern Front, Press Commission": no paragraph yet.
  bool has_only_lines(const Block& block) const {
    constexpr std::size_t kShort = 16;  // words
    const std::string_view text = document_.view(block.span);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (split_words(text.substr(begin, end - begin)).size() > kShort) return false;
      begin = end + 1;
    }
    return !text.ends_with('?');
  }

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
    is_headline_ = zone == Zone::Title && !has_title_;
    has_title_ |= zone == Zone::Title;
    words.words.front().before = 0;
    words.is_title_case = is_headline_ && is_title_case(content_, words.words);
    std::vector<Draft> drafts;
    scanner_.scan(words, 0, drafts);
    tell_namesakes_apart(content_, document_.text(), words, drafts);
    // The title is a sentence of the text and counted there.
    if (zone != Zone::Title && zone != Zone::Body) count_states(words, zone);
    introduce_persons(drafts);
    if (drafts.empty() && !is_headline_) add_body(words, drafts);
    if (!heading_.issuer && is_issued(document_.metadata().kind)) find_issuer(words, drafts);
  }

  // "Lahti Institute for Basin Studies, Montreal": a body that no table knows, up to the first mark.
  void add_body(const SentenceWords& line, std::vector<Draft>& drafts) const {
    std::uint32_t end = line.words.front().span.end;
    for (const Word& word : line.words) {
      if (is_break(word.before) && word.span.begin > line.words.front().span.begin) break;
      end = word.span.end;
    }
    if (auto body = scanner_.draft_of(line, 0, {line.words.front().span.begin, end}))
      drafts.push_back(std::move(*body));
  }

  void count_states(const SentenceWords& line, Zone zone) {
    const auto count = static_cast<std::uint32_t>(line.words.size());
    for (std::uint32_t at = 0; at < count;) {
      const Item item = item_at(content_, line.words, at, count, line.day, Case::Strict);
      const bool is_told = item.owner != nullptr && item.owner->sense != Sense::Town;
      if (is_told && is_state_like(content_.actors[item.owner->index])) {
        const std::string& country = content_.actors[item.owner->index].country;
        const bool is_seat = item.owner->sense == Sense::Seat;
        if (!is_seat) ++heading_.states[country];
        if (zone != Zone::Title && is_seat && heading_.seat.empty()) heading_.seat = country;
        if (zone == Zone::Dateline && !is_seat && heading_.home.empty()) note_town_before(line, item);
        const bool is_alone = zone == Zone::Byline && item.owner->sense == Sense::Name && is_all_but(line, item);
        if (is_alone && heading_.state.empty()) heading_.state = country;
      }
      at = item.end;
    }
  }

  // "TRIPOLI, Lebanon, Oct 3 –": one word, a comma, the name of a state and a comma or bracket.
  void note_town_before(const SentenceWords& line, const Item& state) {
    const bool is_place = state.owner->sense == Sense::Name && state.begin == 1 && line.words[1].before == ',' &&
                          state.end < line.words.size() && is_break(line.words[state.end].before);
    if (!is_place) return;
    heading_.home = content_.actors[state.owner->index].country;
    heading_.town = line.words[0].fold;
  }

  void introduce_persons(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts) {
      if (!draft.name.empty()) heading_.persons.push_back(draft);
      const bool is_owned = draft.mention.resolution && !draft.mention.resolution->country.empty();
      if (draft.name.empty() && draft.is_office && is_owned) heading_.officials.push_back(*draft.mention.resolution);
    }
  }

  // "Ministry of Foreign Affairs", "Briefing by the Spokesman of the United Nations Force", "Kenya Defence Forces:
  // Transcript", "Foreign Ministry Spokesperson Lahti's Press Conference". Not the "Security Council" of "Statement by
  // Ambassador Lahti to the Security Council".
  void find_issuer(const SentenceWords& line, std::vector<Draft>& drafts) {
    for (Draft& draft : drafts) {
      const bool is_person = draft.name.find(' ') != std::string::npos;
      if (is_person && !(draft.role != nullptr && gives_name_to(line, draft))) return;  // his or nobody's
      if (!draft.mention.resolution || draft.is_adjective || !(is_person || is_body(draft))) continue;
      const bool stands_alone = begins(line, draft) && (!is_headline_ || is_followed_by_colon(draft));
      if (!stands_alone && !is_named_as_author(line, draft) && !gives_name_to(line, draft)) continue;
      draft.mention.resolution->person.clear();  // the "Force" of "Spokesman of the United Nations Force"
      heading_.issuer = std::move(draft);
      return;
    }
  }

  bool is_body(const Draft& draft) const {
    const bool is_owned = !draft.mention.resolution->country.empty();
    if (draft.mention.resolution->sector == "NGO") return true;
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

  bool is_followed_by_colon(const Draft& draft) const {
    const std::string_view text = document_.text();
    return draft.mention.span.end < text.size() && text[draft.mention.span.end] == ':';
  }

  static bool is_kind_of_text(const std::string& word) {
    constexpr std::array<std::string_view, 13> kKinds = {
        "statement", "briefing", "communique",   "declaration", "conference", "remarks",   "release",
        "address",   "message",  "announcement", "report",      "bulletin",   "communiqué"};
    return std::find(kKinds.begin(), kKinds.end(), word) != kKinds.end();
  }

  // "NATO press briefing", "Spokesperson Lahti's regular press conference": up to three words between.
  static bool gives_name_to(const SentenceWords& line, const Draft& draft) {
    constexpr std::size_t kNear = 4;
    std::size_t at = 0;
    while (at < line.words.size() && line.words[at].span.begin < draft.mention.span.end) ++at;
    for (std::size_t next = at; next < line.words.size() && next < at + kNear; ++next) {
      if (is_break(line.words[next].before)) return false;
      if (is_kind_of_text(line.words[next].fold)) return true;
      constexpr std::array<std::string_view, 9> kWords = {"press", "news",    "regular", "daily",  "weekly",
                                                          "media", "monthly", "noon",    "morning"};
      if (std::find(kWords.begin(), kWords.end(), line.words[next].fold) == kWords.end()) return false;
    }
    return false;
  }

  // "Statement by the …", "Communiqué of the …".
  bool is_named_as_author(const SentenceWords& line, const Draft& draft) const {
    std::uint32_t at = first_word(line, draft);
    if (at > 0 && (content_.classes_of(line.words[at - 1].fold) & kDeterminer)) --at;
    if (at < 2) return false;
    const std::string& link = line.words[at - 1].fold;
    const bool is_link = link == "by" || link == "of" || link == "from";
    return is_link && is_kind_of_text(line.words[at - 2].fold);
  }

  const Tables::Content& content_;
  const Document& document_;
  Scanner scanner_;
  Heading heading_;
  bool has_title_ = false;
  bool is_headline_ = false;  // the line being read is the first of the title; the others are headings under it
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
