// SPDX-License-Identifier: Apache-2.0
#include "ingest/assemble.h"

#include <algorithm>

#include "base/error.h"
#include "ingest/bylines.h"
#include "ingest/dashed_turns.h"
#include "ingest/datelines.h"
#include "ingest/dates.h"
#include "ingest/furniture.h"
#include "ingest/kind.h"
#include "ingest/opening.h"
#include "ingest/repeats.h"
#include "ingest/wording.h"

namespace demarche::ingest {

namespace {

void count_dropped(std::vector<Dropped>& dropped, const Part& part) {
  const auto found =
      std::find_if(dropped.begin(), dropped.end(), [&](const Dropped& each) { return each.reason == part.reason; });
  if (found == dropped.end()) {
    dropped.push_back({part.reason, part.words});
  } else {
    found->words += part.words;
  }
}

// The text again, without its furniture; paragraphs separated by a blank line.
void cut_furniture(Draft& draft) {
  std::string text;
  for (const Part& part : draft.parts) {
    if (part.zone == Zone::Furniture) count_dropped(draft.dropped, part);
  }
  std::erase_if(draft.parts, [](const Part& part) { return part.zone == Zone::Furniture; });
  for (Part& part : draft.parts) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text.append(draft.text, part.span.begin, part.span.size());
    part.span = {begin, static_cast<std::uint32_t>(text.size())};
  }
  draft.text = std::move(text);
}

// "LIMA, March 3 (Agency) — The minister …": the place and date become a part of their own.
void split_datelines(std::string_view text, Parts& parts, SelfDescription& self) {
  if (dashed_turns(parts).turns > 0) return;
  Parts result;
  for (Part& part : parts) {
    const std::string_view whole = text.substr(part.span.begin, part.span.size());
    const std::size_t length = part.is_open_body() ? dateline_length(whole) : 0;
    if (length > 0 && length < whole.size()) {
      Part place =
          make_part(whole.substr(0, length), {part.span.begin, part.span.begin + static_cast<std::uint32_t>(length)});
      place.span.end -= static_cast<std::uint32_t>(whole.substr(0, length).size() -
                                                   whole.substr(0, length).find_last_not_of(' ') - 1);
      place.settle(Zone::Dateline, "dateline");
      const DatelineFacts facts = facts_in_dateline(place.plain);
      if (!self.published.day) self.published = facts.published;
      if (self.outlet.empty()) self.outlet = facts.agency;
      result.push_back(std::move(place));
      Part rest =
          make_part(whole.substr(length), {part.span.begin + static_cast<std::uint32_t>(length), part.span.end});
      part = std::move(rest);
    }
    result.push_back(std::move(part));
  }
  parts = std::move(result);
}

void read_hints(const Hints& hints, PageMetadata& known, std::vector<std::string>& notes) {
  if (!hints.title.empty()) known.title = hints.title;
  if (!hints.outlet.empty()) known.outlet = hints.outlet;
  if (!hints.url.empty()) known.url = hints.url;
  if (!hints.author.empty()) {
    const auto names = names_in_byline("By " + hints.author);
    if (!names.empty()) known.authors = names;
    if (names.empty() && !is_desk(hints.author)) known.authors = {squeezed(hints.author)};
  }
  const auto date = find_date(hints.date);
  if (date) known.published = date->published;
  if (!date && !squeezed(hints.date).empty())
    notes.push_back("“" + squeezed(hints.date) +
                    "” is no date that can be read; the text's own is taken, if it has one");
}

Metadata metadata_from(const PageMetadata& known, SelfDescription& self, const Hints& hints,
                       std::vector<std::string>& notes) {
  Metadata metadata{.path = hints.path, .given_id = hints.given_id, .url = known.url};
  metadata.title = known.title.empty() ? self.title : known.title;
  metadata.outlet = known.outlet.empty() ? self.outlet : known.outlet;
  metadata.authors = known.authors.empty() ? self.authors : known.authors;
  metadata.published = known.published.day ? known.published : self.published;
  const Published& modified = known.modified.day ? known.modified : self.modified;
  if (!metadata.published.day && modified.day) {
    metadata.published = modified;
    notes.push_back("no date of publication: the date is that of the last change");
  }
  return metadata;
}

// What the article itself says, for recognising its language.
std::string body_of(const Draft& draft) {
  std::string body;
  for (const Part& part : draft.parts) {
    if (part.zone != Zone::Body && part.zone != Zone::Title && part.zone != Zone::Repeat) continue;
    body.append(draft.text, part.span.begin, part.span.size());
    body += '\n';
  }
  return body;
}

std::vector<Block> blocks_of(const Parts& parts) {
  std::vector<Block> blocks;
  for (const Part& part : parts) {
    if (!part.span.empty()) blocks.push_back({part.span, part.zone, part.zone == Zone::Body ? "" : part.reason});
  }
  return blocks;
}

std::vector<Note> notes_of(const std::vector<std::string>& messages) {
  std::vector<Note> notes;
  for (const std::string& message : messages) notes.push_back({message, {}});
  return notes;
}

bool has_text(const Parts& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) { return part.zone != Zone::Furniture; });
}

}  // namespace

Extract assemble(Draft draft, const Hints& hints) {
  read_hints(hints, draft.known, draft.notes);
  mark_furniture(draft.parts);
  const BareNames bare_names = draft.furniture == Draft::Furniture::Cut ? BareNames::Ignore : BareNames::AreAuthors;
  SelfDescription self = describe(draft.parts, {draft.known.title, draft.known.authors, bare_names});
  self.labelled_opinion = self.labelled_opinion || draft.known.labelled_opinion;
  if (!has_text(draft.parts))
    throw Error(ErrorKind::BadInput, "no text besides page furniture; check that this is the article itself");
  if (draft.furniture == Draft::Furniture::Cut) cut_furniture(draft);
  split_datelines(draft.text, draft.parts, self);
  mark_repeats(draft.text, draft.parts);
  Metadata metadata = metadata_from(draft.known, self, hints, draft.notes);
  if (self.title.empty()) self.title = metadata.title;
  metadata.kind = kind_of(draft.parts, self);
  metadata.language = detect_language(body_of(draft));
  if (metadata.language != "en" && metadata.language != "und")
    draft.notes.push_back("language " + metadata.language + ": stored whole, not read");
  std::vector<Block> blocks = blocks_of(draft.parts);
  return {Document(std::move(draft.text), std::move(metadata), std::move(blocks), notes_of(draft.notes)),
          std::move(draft.dropped)};
}

}  // namespace demarche::ingest
