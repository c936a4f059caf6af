// SPDX-License-Identifier: Apache-2.0
#include "record/correctable.h"

#include <algorithm>

#include "base/error.h"
#include "record/values.h"

namespace demarche::record {

namespace {

using Fields = std::vector<Correctable>;

Correctable choice(std::string_view field, const Names& names, bool may_be_empty = false) {
  return {field, ValueKind::Choice, names, may_be_empty};
}
Correctable of(std::string_view field, ValueKind value, bool may_be_empty = false) {
  return {field, value, {}, may_be_empty};
}
const Correctable kRight = of("right", ValueKind::Truth);

const Fields& document_fields() {
  static const Fields fields = {choice("kind", document_kinds()), of("date", ValueKind::Day, true),
                                of("outlet", ValueKind::Text, true), of("author", ValueKind::Text, true)};
  return fields;
}

const Fields& event_fields() {
  static const Fields fields = {choice("event", event_types()),       of("mode", ValueKind::Text, true),
                                of("actor", ValueKind::Actors, true), of("recipient", ValueKind::Actors, true),
                                choice("polarity", polarities()),     choice("modality", modalities()),
                                choice("stance", stances(), true),    of("date", ValueKind::Period, true),
                                of("place", ValueKind::Place, true),  kRight};
  return fields;
}

const Fields& statement_fields() {
  static const Fields fields = {of("speaker", ValueKind::Actor, true),
                                of("addressee", ValueKind::Actors, true),
                                choice("act", acts()),
                                choice("polarity", polarities()),
                                choice("form", forms()),
                                kRight};
  return fields;
}

}  // namespace

const Fields& correctable_fields(Kind kind) {
  static const Fields none;
  static const Fields mention = {of("actor", ValueKind::Actor, true), kRight};
  static const Fields actor = {of("name", ValueKind::Text), of("country", ValueKind::Text, true),
                               of("sector", ValueKind::Text, true)};
  static const Fields happening = {choice("event", event_types()), of("mode", ValueKind::Text, true),
                                   of("date", ValueKind::Period, true), of("place", ValueKind::Text, true), kRight};
  static const Fields position = {of("issue", ValueKind::Text), choice("stance", position_stances()),
                                  choice("change", changes()), kRight};
  static const Fields dispute = {choice("state", dispute_states()), of("question", ValueKind::Text), kRight};
  switch (kind) {
    case Kind::Documents:
      return document_fields();
    case Kind::Events:
      return event_fields();
    case Kind::Statements:
      return statement_fields();
    case Kind::Mentions:
      return mention;
    case Kind::Actors:
      return actor;
    case Kind::Happenings:
      return happening;
    case Kind::Positions:
      return position;
    case Kind::Disputes:
      return dispute;
    case Kind::Figures:
    case Kind::Failures:
    case Kind::Corrections:
      break;
  }
  return none;
}

const Correctable& correctable_field(Kind kind, std::string_view field) {
  const Fields& fields = correctable_fields(kind);
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.field == field; });
  if (found != fields.end()) return *found;
  Names names;
  for (const Correctable& each : fields) names.push_back(each.field);
  throw Error(ErrorKind::Usage, std::string(field) + ": nothing to correct in " + std::string(name_of(kind)) +
                                    "; there are " + joined(names));
}

void check_choice(const Correctable& field, const std::string& text) {
  if (text.empty() ? field.may_be_empty : field.choices.empty() || holds(field.choices, text)) return;
  const std::string empty = field.may_be_empty ? ", or nothing" : "";
  throw Error(ErrorKind::Usage, std::string(field.field) + "=" + text + ": no such value; there are " +
                                    (field.choices.empty() ? "any words" : joined(field.choices)) + empty);
}

void check_mode(std::string_view event, const std::string& mode) {
  const Names& modes = modes_of(event);
  if (mode.empty() || holds(modes, mode)) return;
  throw Error(ErrorKind::Usage, "mode=" + mode + ": no mode of " + std::string(event) +
                                    (modes.empty() ? ", which has none" : "; there are " + joined(modes)));
}

}  // namespace demarche::record
