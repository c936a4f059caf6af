// SPDX-License-Identifier: Apache-2.0
#include "record/items.h"

#include <algorithm>

#include "base/utf8.h"

namespace demarche::record {

namespace {

std::string day_text(const std::optional<Day>& day) { return day ? show(*day) : std::string(); }

// One conversion of one document: holds what every item needs.
class Conversion {
 public:
  Conversion(const Document& document, const engine::Reading& reading, const std::string& model)
      : reading_(reading), model_(model), points_(document.text()) {}

  ReadingItems all() const {
    ReadingItems items;
    for (const auto& sentence : reading_.tokens.sentences) items.sentences.push_back(range(sentence.span));
    convert(reading_.mentions.mentions, items.mentions);
    convert(reading_.statements, items.statements);
    convert(reading_.events, items.events);
    convert(reading_.moments, items.moments);
    convert(reading_.places, items.places);
    convert(reading_.notes, items.notes);
    return items;
  }

  Range range(Span span) const { return {points_.from_byte(span.begin), points_.from_byte(span.end)}; }

 private:
  template <class From, class To>
  void convert(const std::vector<From>& from, std::vector<To>& to) const {
    to.reserve(from.size());
    std::transform(from.begin(), from.end(), std::back_inserter(to), [this](const From& each) { return item(each); });
  }

  Ranges ranges(const Spans& spans) const {
    Ranges out;
    for (const Span span : spans) out.push_back(range(span));
    return out;
  }

  // A stage names a table line when one decided; else it was the network.
  std::string producer(const std::string& rule) const { return rule.empty() || rule == "reader" ? model_ : rule; }

  const actors::Resolution* resolution_of(int mention) const {
    if (mention < 0 || static_cast<std::size_t>(mention) >= reading_.mentions.mentions.size()) return nullptr;
    const auto& resolution = reading_.mentions.mentions[static_cast<std::size_t>(mention)].resolution;
    return resolution ? &*resolution : nullptr;
  }

  std::string resolved_by(int mention) const {
    const actors::Resolution* resolution = resolution_of(mention);
    return producer(resolution == nullptr ? std::string() : resolution->rule);
  }

  MentionItem item(const actors::Mention& mention) const {
    MentionItem out{.span = range(mention.span),
                    .head = range(mention.head),
                    .kind = std::string(name_of(mention.kind)),
                    .entity = mention.entity,
                    .actor = {},
                    .person = {},
                    .produced_by = {}};
    if (!mention.resolution) return out;
    const actors::Resolution& found = *mention.resolution;
    out.actor = {found.actor, found.name, found.country, found.sector};
    out.person = found.person;
    out.produced_by = producer(found.rule);
    out.score = found.score;
    return out;
  }

  StatementItem item(const statements::Statement& statement) const {
    return {.source = ranges(statement.source),
            .cue = ranges(statement.cue),
            .content = ranges(statement.content),
            .speaker = statement.speaker,
            .speaker_name = statement.speaker_name,
            .speaker_person = statement.speaker_person,
            .speaker_kind = std::string(name_of(statement.speaker_kind)),
            .addressees = statement.addressees,
            .act = statement.act,
            .polarity = statement.negated ? "negated" : "affirmed",
            .form = std::string(name_of(statement.form)),
            .inside = statement.inside,
            .produced_by = producer(statement.rule),
            .speaker_by = resolved_by(statement.speaker_mention),
            .score = statement.score};
  }

  PartyItem item(const events::Participant& participant) const {
    return {.actor = {participant.actor, participant.name, participant.country, participant.sector},
            .span = range(participant.span),
            .mention = participant.mention,
            .produced_by = resolved_by(participant.mention),
            .is_guess = participant.is_guess};
  }

  QuantityItem item(const events::Quantity& quantity) const {
    return {quantity.value, quantity.lo, quantity.hi, quantity.unit, quantity.kind, range(quantity.span)};
  }

  DateItem date(const moments::Moment& moment) const {
    return {day_text(moment.lo), day_text(moment.hi), moment.precision, range(moment.span)};
  }

  MomentItem item(const moments::Moment& moment) const {
    return {date(moment), moment.timex, std::string(name_of(moment.kind))};
  }

  PlaceItem item(const places::Place& place) const {
    return {.span = range(place.span),
            .name = place.name,
            .country = place.country,
            .region = place.region,
            .precision = place.precision,
            .produced_by = producer(place.rule),
            .geonameid = place.geonameid,
            .latitude = place.latitude,
            .longitude = place.longitude,
            .is_dateline = place.is_dateline};
  }

  EventItem item(const events::Event& event) const {
    EventItem out{.sentence = range(event.sentence),
                  .trigger = ranges(event.trigger),
                  .actors = {},
                  .recipients = {},
                  .event = event.event,
                  .mode = event.mode,
                  .contexts = event.contexts,
                  .polarity = event.negated ? "negated" : "affirmed",
                  .modality = event.modality,
                  .inside = event.inside,
                  .performed_by = event.performed_by,
                  .stance = event.stance,
                  .date = {},
                  .place = {},
                  .quantities = {},
                  .produced_by = producer(event.rule),
                  .score = event.score};
    convert(event.actors, out.actors);
    convert(event.recipients, out.recipients);
    convert(event.quantities, out.quantities);
    if (event.date) out.date = date(*event.date);
    if (event.place) out.place = item(*event.place);
    return out;
  }

  NoteItem item(const Note& note) const { return {note.message, range(note.span)}; }

  const engine::Reading& reading_;
  const std::string& model_;
  CodePoints points_;
};

}  // namespace

ReadingItems items_of(const Document& document, const engine::Reading& reading, const std::string& model) {
  return Conversion(document, reading, model).all();
}

std::vector<BlockItem> blocks_of(const Document& document) {
  const CodePoints points(document.text());
  std::vector<BlockItem> blocks;
  for (const Block& block : document.blocks()) {
    const Range range{points.from_byte(block.span.begin), points.from_byte(block.span.end)};
    blocks.push_back({range, std::string(name_of(block.zone)), block.reason});
  }
  return blocks;
}

std::string item_id(char kind, int index) { return kind + std::to_string(index + 1); }

std::string item_id(std::string_view document, char kind, int index) {
  return document.empty() ? item_id(kind, index) : std::string(document) + "." + item_id(kind, index);
}

}  // namespace demarche::record
