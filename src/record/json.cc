// SPDX-License-Identifier: Apache-2.0
#include "record/json.h"

#include <cmath>

#include "base/error.h"

namespace demarche::record {

namespace {

Json json_of(Range range) { return Json::array({range.begin, range.end}); }

Json range_or_null(Range range) { return range.empty() ? Json() : json_of(range); }

Json json_of(const Ranges& ranges) {
  Json out = Json::array();
  for (const Range range : ranges) out.push_back(json_of(range));
  return out;
}

Json statement_or_null(int index, std::string_view document) {
  return index < 0 ? Json() : Json(item_id(document, 's', index));
}

Json json_of(const DateItem& date) {
  Json out;
  out["lo"] = text_or_null_json(date.lo);
  out["hi"] = text_or_null_json(date.hi);
  out["precision"] = date.precision;
  out["span"] = range_or_null(date.span);
  out["from"] = "moment";
  return out;
}

Json json_of(const PartyItem& party) {
  Json out;
  out["span"] = json_of(party.span);
  out["actor"] = text_or_null_json(party.actor.actor);
  out["country"] = text_or_null_json(party.actor.country);
  out["sector"] = text_or_null_json(party.actor.sector);
  out["name"] = text_or_null_json(party.actor.name);
  if (party.is_guess) out["guess"] = true;
  return out;
}

// Whole numbers are printed as such: 2000000000, not 2000000000.0.
Json number(double value) {
  constexpr double kExact = 9007199254740992.0;
  if (std::abs(value) < kExact && value == std::floor(value)) return static_cast<std::int64_t>(value);
  return rounded(value);
}

Json json_of(const QuantityItem& quantity) {
  Json out;
  out["value"] = number(quantity.value);
  if (quantity.lo != quantity.value || quantity.hi != quantity.value) {
    out["lo"] = std::isfinite(quantity.lo) ? number(quantity.lo) : Json();
    out["hi"] = std::isfinite(quantity.hi) ? number(quantity.hi) : Json();
  }
  out["unit"] = quantity.unit;
  out["kind"] = quantity.kind;
  out["span"] = json_of(quantity.span);
  return out;
}

Json json_of(const PairRelation& pair) {
  const auto& labels = reader::Reader::relation_labels();
  Json out;
  out["pair"] = Json::array({pair.subject.begin, pair.subject.end, pair.object.begin, pair.object.end});
  out["event"] = pair.relation.event;
  out["quad"] = events::quad_of(pair.relation.event);
  Json scores = Json::object();
  for (std::size_t i = 0; i < labels.size(); ++i) scores[labels[i]] = rounded(pair.relation.scores[i]);
  out["scores"] = std::move(scores);
  return out;
}

Json json_of(const JudgedWord& judged) {
  Json out;
  out["span"] = json_of(judged.word);
  out["polarity"] = judged.judgement.negated ? "negated" : "affirmed";
  out["modality"] = judged.judgement.modality;
  out["happened"] = rounded(judged.judgement.happened);
  return out;
}

template <class Items>
Json array_of(const Items& items) {
  Json out = Json::array();
  for (const auto& item : items) out.push_back(json_of(item));
  return out;
}

template <class Items>
Json numbered(const Items& items) {
  Json out = Json::array();
  for (std::size_t i = 0; i < items.size(); ++i) out.push_back(json_of(items[i], static_cast<int>(i)));
  return out;
}

}  // namespace

Json text_or_null_json(std::string_view text) { return text.empty() ? Json() : Json(text); }

double rounded(double value) { return std::round(value * 10000) / 10000; }

Json json_of(const MentionItem& mention) {
  Json out;
  out["span"] = json_of(mention.span);
  out["kind"] = mention.kind;
  out["entity"] = mention.entity < 0 ? Json() : Json(mention.entity);
  out["actor"] = text_or_null_json(mention.actor.actor);
  out["name"] = text_or_null_json(mention.actor.name);
  if (!mention.person.empty()) out["person"] = mention.person;
  return out;
}

Json json_of(const StatementItem& statement, int index, std::string_view document) {
  Json out;
  out["id"] = item_id(document, 's', index);
  out["source"] = json_of(statement.source);
  out["cue"] = json_of(statement.cue);
  out["content"] = json_of(statement.content);
  out["speaker"] = text_or_null_json(statement.speaker);
  out["speaker_name"] = text_or_null_json(statement.speaker_name);
  out["speaker_person"] = text_or_null_json(statement.speaker_person);
  out["speaker_kind"] = statement.speaker_kind;
  out["addressee"] = statement.addressees;
  out["act"] = statement.act;
  out["polarity"] = statement.polarity;
  out["form"] = statement.form;
  out["inside"] = statement_or_null(statement.inside, document);
  out["score"] = rounded(statement.score);
  return out;
}

Json json_of(const EventItem& event, int index, std::string_view document) {
  Json out;
  out["id"] = item_id(document, 'e', index);
  out["sentence"] = json_of(event.sentence);
  out["trigger"] = json_of(event.trigger);
  out["actors"] = array_of(event.actors);
  out["recipients"] = array_of(event.recipients);
  out["event"] = event.event;
  out["mode"] = text_or_null_json(event.mode);
  out["contexts"] = event.contexts;
  out["quad"] = events::quad_of(event.event);
  out["polarity"] = event.polarity;
  out["modality"] = event.modality;
  out["inside"] = statement_or_null(event.inside, document);
  out["performed_by"] = statement_or_null(event.performed_by, document);
  out["stance"] = text_or_null_json(event.stance);
  out["date"] = event.date ? json_of(*event.date) : Json();
  out["place"] = event.place ? json_of(*event.place) : Json();
  out["quantities"] = array_of(event.quantities);
  out["score"] = rounded(event.score);
  return out;
}

void date_by_document(Json& event, std::string_view published) {
  if (!event["date"].is_null() || published.empty()) return;
  const std::string modality = event["modality"];
  const bool is_told = modality == "happened" || modality == "ongoing" || modality == "possible" || modality == "asked";
  Json& date = event["date"];
  date["lo"] = published;
  date["hi"] = is_told ? Json(published) : Json();
  date["precision"] = is_told ? "day" : "range";
  date["span"] = nullptr;
  date["from"] = "document";
}

Json json_of(const MomentItem& moment) {
  Json out;
  out["span"] = json_of(moment.date.span);
  out["lo"] = text_or_null_json(moment.date.lo);
  out["hi"] = text_or_null_json(moment.date.hi);
  out["precision"] = moment.date.precision;
  out["kind"] = moment.kind;
  out["timex"] = moment.timex;
  return out;
}

Json json_of(const PlaceItem& place) {
  Json out;
  out["span"] = json_of(place.span);
  out["name"] = place.name;
  out["geonameid"] = place.geonameid == 0 ? Json() : Json(place.geonameid);
  out["country"] = text_or_null_json(place.country);
  out["region"] = text_or_null_json(place.region);
  out["lat"] = rounded(place.latitude);
  out["lon"] = rounded(place.longitude);
  out["precision"] = place.precision;
  if (place.is_dateline) out["dateline"] = true;
  return out;
}

Json json_of(const NoteItem& note) {
  Json out;
  out["message"] = note.message;
  out["span"] = json_of(note.span);
  return out;
}

Json json_of(const Json& id, DocumentKind kind, const ReadingItems& items, const Answers& answers) {
  Json out;
  out["id"] = id;
  out["kind"] = name_of(kind);
  out["sentences"] = json_of(items.sentences);
  out["mentions"] = array_of(items.mentions);
  out["statements"] = numbered(items.statements);
  out["events"] = numbered(items.events);
  out["relations"] = array_of(answers.relations);
  if (!answers.judgements.empty()) out["predicates"] = array_of(answers.judgements);
  out["moments"] = array_of(items.moments);
  out["places"] = array_of(items.places);
  out["notes"] = array_of(items.notes);
  return out;
}

Json object_in(std::string_view line) {
  constexpr int kDeepest = 64;
  bool is_deep = false;
  const auto is_shallow = [&](int depth, Json::parse_event_t, Json&) {
    is_deep = is_deep || depth > kDeepest;
    return !is_deep;
  };
  Json object = Json::parse(line, is_shallow, false);
  if (is_deep)
    throw Error(ErrorKind::BadInput,
                "nested deeper than " + std::to_string(kDeepest) + " levels; flatten the object on this line");
  if (!object.is_object()) throw Error(ErrorKind::BadInput, "no JSON object on this line");
  return object;
}

std::string line_of(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace demarche::record
