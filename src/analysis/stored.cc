// SPDX-License-Identifier: Apache-2.0
// Findings as the record keeps them, and as `list` prints them.
#include <cmath>
#include <set>

#include "analysis/analysis.h"

namespace demarche::analysis {

using record::Finding;
using record::Json;

namespace {

Json json_of(const Quote& quote) {
  return {{"document", quote.document},
          {"path", quote.path},
          {"outlet", record::text_or_null_json(quote.outlet)},
          {"span", {quote.span.begin, quote.span.end}},
          {"quote", quote.words},
          {"date", record::text_or_null_json(quote.date)},
          {"item", quote.item}};
}

Json json_of(const std::vector<Quote>& quotes) {
  Json list = Json::array();
  for (const Quote& quote : quotes) list.push_back(json_of(quote));
  return list;
}

Json date_json(const Happening& happening) {
  if (happening.lo.empty() && happening.hi.empty()) return nullptr;
  return {{"lo", record::text_or_null_json(happening.lo)},
          {"hi", record::text_or_null_json(happening.hi)},
          {"precision", record::text_or_null_json(happening.precision)}};
}

Json json_of(const Value& value) {
  return {{"field", value.field},
          {"value", value.value},
          {"who", value.who},
          {"name", value.name},
          {"evidence", json_of(value.evidence)}};
}

void add_anchors(Finding& finding, const std::vector<Quote>& quotes, const std::string& field) {
  for (const Quote& quote : quotes) {
    finding.anchors.push_back(
        {.document = quote.document, .field = field, .span = quote.span, .produced_by = quote.item});
  }
}

void add_actors(Finding& finding, const std::vector<std::string>& ids, const std::string& role) {
  for (const std::string& id : ids) finding.actors.push_back({.role = role, .actor = id});
}

// What a reader may ask for: `--about casualties` finds the dead and the wounded.
std::string words_for_figure(const std::string& kind) {
  if (kind == "killed" || kind == "injured" || kind == "missing") return kind + " casualties victims toll";
  if (kind == "money") return "money sum amount";
  return kind;
}

}  // namespace

Finding stored_form(const Happening& happening) {
  Finding finding;
  finding.id = happening.id;
  finding.type = happening.event;
  finding.detail = happening.mode;
  finding.lo = happening.lo;
  finding.hi = happening.hi;
  finding.score = happening.score;
  for (const Quote& quote : happening.evidence) finding.words += quote.words + "\n";
  add_actors(finding, happening.actors, "actor");
  add_actors(finding, happening.recipients, "recipient");
  add_anchors(finding, happening.evidence, "report");
  Json values = Json::array();
  for (const Value& value : happening.values) values.push_back(json_of(value));
  const Json json = {{"id", happening.id},
                     {"event", happening.event},
                     {"mode", record::text_or_null_json(happening.mode)},
                     {"theme", record::text_or_null_json(happening.theme)},
                     {"actors", happening.actors},
                     {"recipients", happening.recipients},
                     {"actor_names", happening.actor_names},
                     {"recipient_names", happening.recipient_names},
                     {"date", date_json(happening)},
                     {"place", record::text_or_null_json(happening.place)},
                     {"reports", happening.reports},
                     {"outlets", happening.outlets},
                     {"origins", happening.origins},
                     {"values", values},
                     {"events", happening.events},
                     {"evidence", json_of(happening.evidence)},
                     {"score", record::rounded(happening.score)}};
  finding.json = record::line_of(json);
  return finding;
}

Finding stored_form(const Position& position) {
  Finding finding;
  finding.id = position.id;
  finding.type = position.issue;
  finding.detail = position.stance;
  finding.lo = position.since;
  finding.hi = position.until;
  finding.score = position.score;
  finding.words = position.issue + "\n" + position.text;
  if (!position.actor.empty()) add_actors(finding, {position.actor}, "speaker");
  add_anchors(finding, position.evidence, "statement");
  const Json json = {{"id", position.id},
                     {"actor", record::text_or_null_json(position.actor)},
                     {"name", position.name},
                     {"issue", position.issue},
                     {"stance", position.stance},
                     {"text", position.text},
                     {"since", record::text_or_null_json(position.since)},
                     {"until", record::text_or_null_json(position.until)},
                     {"change", position.change},
                     {"outcome", record::text_or_null_json(position.outcome)},
                     {"office", record::text_or_null_json(position.office)},
                     {"person", record::text_or_null_json(position.person)},
                     {"evidence", json_of(position.evidence)},
                     {"score", record::rounded(position.score)}};
  finding.json = record::line_of(json);
  return finding;
}

Finding stored_form(const Figure& figure) {
  Finding finding;
  finding.id = figure.id;
  finding.type = figure.kind;
  finding.detail = figure.matter_id;
  finding.lo = figure.evidence.date;
  finding.hi = figure.evidence.date;
  finding.score = 1;
  finding.words = figure.matter + "\n" + words_for_figure(figure.kind) + "\n" + figure.evidence.words;
  add_actors(finding, figure.who, "speaker");
  add_anchors(finding, {figure.evidence}, "figure");
  const Json json = {{"id", figure.id},
                     {"matter", figure.matter},
                     {"matter_id", figure.matter_id},
                     {"kind", figure.kind},
                     {"unit", record::text_or_null_json(figure.unit)},
                     {"noun", record::text_or_null_json(figure.noun)},
                     {"value", figure.value},
                     {"lo", figure.low},
                     {"hi", std::isfinite(figure.high) ? Json(figure.high) : Json(nullptr)},
                     {"text", figure.text},
                     {"who", figure.who},
                     {"name", figure.name},
                     {"date", record::text_or_null_json(figure.evidence.date)},
                     {"place", record::text_or_null_json(figure.place)},
                     {"span", {figure.span.begin, figure.span.end}},
                     {"evidence", json_of(std::vector<Quote>{figure.evidence})}};
  finding.json = record::line_of(json);
  return finding;
}

Finding stored_form(const Dispute& dispute) {
  Finding finding;
  finding.id = dispute.id;
  finding.type = dispute.kind;
  finding.detail = dispute.state;
  finding.lo = dispute.lo;
  finding.hi = dispute.hi;
  finding.score = dispute.score;
  finding.words = dispute.question + "\n" + dispute.theme;
  std::set<std::string> sides;
  Json list = Json::array();
  for (std::size_t i = 0; i < dispute.sides.size(); ++i) {
    const Side& side = dispute.sides[i];
    sides.insert(side.who.begin(), side.who.end());
    add_anchors(finding, side.evidence, "side " + std::to_string(i + 1));
    for (const Quote& quote : side.evidence) finding.words += "\n" + quote.words;
    list.push_back(
        {{"who", side.who}, {"names", side.names}, {"stance", side.stance}, {"evidence", json_of(side.evidence)}});
  }
  add_actors(finding, {sides.begin(), sides.end()}, "side");
  const Json json = {{"id", dispute.id},
                     {"kind", dispute.kind},
                     {"question", dispute.question},
                     {"score", record::rounded(dispute.score)},
                     {"state", dispute.state},
                     {"event", record::text_or_null_json(dispute.event)},
                     {"theme", record::text_or_null_json(dispute.theme)},
                     {"since", record::text_or_null_json(dispute.lo)},
                     {"until", record::text_or_null_json(dispute.hi)},
                     {"why", record::text_or_null_json(dispute.why)},
                     {"sides", list}};
  finding.json = record::line_of(json);
  return finding;
}

}  // namespace demarche::analysis
