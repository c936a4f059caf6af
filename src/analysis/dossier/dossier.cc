// SPDX-License-Identifier: Apache-2.0
#include "analysis/dossier/dossier.h"

#include <algorithm>
#include <array>
#include <set>

#include "analysis/claims/claims.h"
#include "analysis/names/actors.h"
#include "analysis/words/words.h"
#include "base/error.h"
#include "base/utf8.h"

namespace demarche::analysis {

using record::Json;
using record::Kind;

namespace {

class Gathering {
 public:
  Gathering(const record::Record& record, const DossierOptions& options) : record_(record), options_(options) {}
  DossierContent gather();

 private:
  void resolve_actors();
  std::string actor_named(const std::string& name) const;
  std::string name_in_findings(const std::string& folded) const;
  void take_findings();
  void take_documents();
  void take_statements();
  void take_events();
  void take_names(const Json& finding);
  void finish_names();
  void take_corrections();
  void count_reports();
  void mark_quoted();
  void mark_quotes(const Json& quotes);
  std::vector<Json> list(Kind kind) const;
  bool concerns(const Json& ids) const;
  ActorLine& line_of(const std::string& id);
  ActorLine* line_of_party(const Json& party);  // nullptr for somebody unknown

  const record::Record& record_;
  const DossierOptions& options_;
  DossierContent content_;
  std::map<std::string, ActorLine> people_;
  std::set<std::string> quoted_;
};

std::vector<Json> Gathering::list(Kind kind) const {
  std::vector<Json> rows;
  record::Query query;
  query.kind = kind;
  record_.list(query, [&](Json&& row) { rows.push_back(std::move(row)); });
  return rows;
}

// Ids, and the names of those who have none.
Json sides_of(const Json& dispute) {
  Json ids = Json::array();
  for (const auto& side : dispute.at("sides")) {
    ids.insert(ids.end(), side.at("who").begin(), side.at("who").end());
    ids.insert(ids.end(), side.at("names").begin(), side.at("names").end());
  }
  return ids;
}

Json parties_of(const Json& happening) {
  Json ids = Json::array();
  for (const char* field : {"actors", "recipients", "actor_names", "recipient_names"})
    ids.insert(ids.end(), happening.at(field).begin(), happening.at(field).end());
  return ids;
}

// A group or person that no table knows, as findings write it.
std::string Gathering::name_in_findings(const std::string& folded) const {
  const auto named = [&](const Json& names) -> std::string {
    for (const auto& name : names) {
      if (fold_case(name.get<std::string>()) == folded) return name;
    }
    return {};
  };
  for (const Json& row : list(Kind::Positions)) {
    if (fold_case(text_of(row, "name")) == folded) return text_of(row, "name");
  }
  for (const Json& row : list(Kind::Disputes)) {
    if (const std::string known = named(sides_of(row)); !known.empty()) return known;
  }
  for (const Json& row : list(Kind::Happenings)) {
    if (const std::string known = named(parties_of(row)); !known.empty()) return known;
  }
  return {};
}

std::string Gathering::actor_named(const std::string& name) const {
  const std::string wanted = fold_case(name);
  std::string beneath;  // PAK is known when only PAK.GOV was met
  for (const Json& row : list(Kind::Actors)) {
    const std::string id = text_of(row, "id").empty() ? text_of(row, "actor") : text_of(row, "id");
    if (fold_case(id) == wanted || fold_case(text_of(row, "name")) == wanted) return id;
    if (fold_case(root_of(id)) == wanted) beneath = root_of(id);
  }
  if (!beneath.empty()) return beneath;
  if (const std::string known = name_in_findings(wanted); !known.empty()) return known;
  throw Error(ErrorKind::NotFound,
              "--actors " + name + ": the record knows no such actor; “demarche list actors” shows those it knows");
}

void Gathering::resolve_actors() {
  for (const std::string& name : options_.actors) content_.actors.push_back(actor_named(name));
}

bool Gathering::concerns(const Json& ids) const {
  if (content_.actors.empty()) return true;
  return std::any_of(ids.begin(), ids.end(),
                     [&](const Json& id) { return meet({id.get<std::string>()}, content_.actors); });
}

void Gathering::take_names(const Json& finding) {
  if (finding.contains("actor") && finding.contains("name"))
    content_.names[holder_of(finding)] = text_of(finding, "name");
  for (const std::string field : {"actors", "recipients"}) {
    if (!finding.contains(field)) continue;
    for (const auto& id : finding.at(field)) content_.names.try_emplace(id, "");
  }
}

// Names that findings brought along stand; the others are asked of the record.
void Gathering::finish_names() {
  for (auto& [id, name] : content_.names) {
    if (name.empty()) name = record_.name_of_actor(id);
  }
}

void Gathering::take_findings() {
  for (Json& row : list(Kind::Disputes)) {
    if (!concerns(sides_of(row))) continue;
    const std::string state = text_of(row, "state");
    if (state == "paraphrase" || state == "error")
      ++content_.set_aside;
    else
      content_.disputes.push_back(std::move(row));
  }
  for (Json& row : list(Kind::Positions)) {
    if (concerns(Json::array({holder_of(row)}))) content_.positions.push_back(std::move(row));
  }
  for (Json& row : list(Kind::Happenings)) {
    if (concerns(parties_of(row))) content_.happenings.push_back(std::move(row));
  }
  for (Json& row : list(Kind::Figures)) {
    if (concerns(row.at("who"))) content_.figures.push_back(std::move(row));
  }
  std::stable_sort(content_.disputes.begin(), content_.disputes.end(), [](const Json& a, const Json& b) {
    return a.at("score").get<double>() > b.at("score").get<double>();
  });
  for (const auto* rows : {&content_.positions, &content_.happenings}) {
    for (const Json& row : *rows) take_names(row);
  }
}

void Gathering::take_documents() {
  for (const Json& row : list(Kind::Documents)) {
    DocumentLine line{.id = text_of(row, "id"),
                      .title = text_of(row, "title"),
                      .outlet = text_of(row, "outlet"),
                      .published = text_of(row, "published"),
                      .kind = text_of(row, "kind"),
                      .language = text_of(row, "language"),
                      .path = text_of(row, "path"),
                      .statements = row.value("statements", std::int64_t{0}),
                      .events = row.value("events", std::int64_t{0}),
                      .copies = static_cast<std::int64_t>(row.value("copies", Json::array()).size())};
    line.is_unread = row.value("sentences", std::int64_t{0}) == 0;
    if (!line.published.empty()) {
      if (content_.first_day.empty() || line.published < content_.first_day) content_.first_day = line.published;
      content_.last_day = std::max(content_.last_day, line.published);
    }
    content_.documents.push_back(std::move(line));
  }
  std::sort(content_.documents.begin(), content_.documents.end(), [](const DocumentLine& a, const DocumentLine& b) {
    return std::tie(a.published, a.title, a.id) < std::tie(b.published, b.title, b.id);
  });
  for (const auto& [later, first] : repetitions(record_, content_.documents)) {
    for (DocumentLine& line : content_.documents) {
      if (line.id == later) line.repeats = first;
    }
  }
  content_.failures = list(Kind::Failures);
}

// Those in force, of what the dossier is about: all of a dossier of everything.
void Gathering::take_corrections() {
  for (Json& row : list(Kind::Corrections)) {
    if (row.at("state") == "in-force") content_.corrections.push_back(std::move(row));
  }
}

void Gathering::count_reports() {
  std::map<std::string, std::set<std::string>> told;  // by document: happenings
  for (const Json& happening : content_.happenings) {
    for (const auto& event : happening.at("events")) {
      const std::string id = event.get<std::string>();
      told[id.substr(0, id.find('.'))].insert(text_of(happening, "id"));
    }
  }
  for (DocumentLine& line : content_.documents) line.reports = static_cast<int>(told[line.id].size());
}

ActorLine& Gathering::line_of(const std::string& id) {
  const std::string voice = voice_of(id);
  ActorLine& line = people_[voice];
  line.id = voice;
  content_.names.try_emplace(voice, "");
  return line;
}

void Gathering::take_statements() {
  for (const Json& row : list(Kind::Statements)) {
    ++content_.coverage.statements;
    const std::string speaker = text_of(row, "speaker"), kind = text_of(row, "speaker_kind");
    if (kind == "collective" || kind == "anonymous" || kind == "none")
      ++content_.coverage.unnamed;
    else if (speaker.empty() && kind == "named")
      ++content_.coverage.unresolved;
    if (is_somebody(speaker) && kind != "outlet") {
      ActorLine& line = line_of(speaker);
      ++line.statements;
      const std::string person = text_of(row, "speaker_person"), name = text_of(row, "speaker_name");
      if (!person.empty())
        ++line.voices[person];
      else if (speaker != line.id && !name.empty())
        ++line.voices[name];
    }
  }
}

ActorLine* Gathering::line_of_party(const Json& party) {
  const std::string id = text_of(party, "actor");
  if (id.empty() || id[0] == '.') return nullptr;
  ActorLine& line = line_of(id);
  if (line.id == id) line.sector = text_of(party, "sector");
  return &line;
}

void Gathering::take_events() {
  for (const Json& row : list(Kind::Events)) {
    ++content_.coverage.events;
    if (row.at("date").is_null()) ++content_.coverage.undated;
    if (row.at("actors").empty()) ++content_.coverage.without_doer;
    for (const auto& party : row.at("actors")) {
      if (ActorLine* line = line_of_party(party)) ++line->done;
    }
    for (const auto& party : row.at("recipients")) {
      if (ActorLine* line = line_of_party(party)) ++line->received;
    }
  }
}

void Gathering::mark_quotes(const Json& quotes) {
  for (const auto& quote : quotes) quoted_.insert(text_of(quote, "document"));
}

void Gathering::mark_quoted() {
  for (const Json& dispute : content_.disputes) {
    for (const auto& side : dispute.at("sides")) mark_quotes(side.at("evidence"));
  }
  for (const auto* rows : {&content_.positions, &content_.happenings, &content_.figures}) {
    for (const Json& row : *rows) mark_quotes(row.at("evidence"));
  }
  for (DocumentLine& line : content_.documents) {
    line.is_quoted = quoted_.contains(line.id);
    content_.by_id[line.id] = &line;
  }
}

DossierContent Gathering::gather() {
  resolve_actors();
  take_findings();
  take_documents();
  take_statements();
  take_events();
  for (const std::string& id : content_.actors) line_of(id);
  finish_names();
  for (auto& [id, line] : people_) {
    line.name = content_.name_of(id);
    if (concerns(Json::array({id})) || line.statements > 0) content_.people.push_back(line);
  }
  std::stable_sort(content_.people.begin(), content_.people.end(), [](const ActorLine& a, const ActorLine& b) {
    return a.statements * 2 + a.done + a.received > b.statements * 2 + b.done + b.received;
  });
  mark_quoted();
  count_reports();
  take_corrections();
  content_.as_of = options_.as_of;
  content_.hidden = record_.hidden_documents();
  content_.undated_hidden = content_.as_of.empty() ? 0 : record_.undated_documents();
  content_.program = options_.program;
  content_.made = record::now_utc().substr(0, 10);
  content_.title = options_.title;
  if (content_.title.empty()) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < content_.people.size() && i < 3 && content_.actors.empty(); ++i)
      names.push_back(content_.people[i].name);
    for (const std::string& id : content_.actors) names.push_back(content_.name_of(id));
    content_.title = names.empty() ? "Dossier" : listed(names);
  }
  content_.numbers = numbers_of(content_);
  return std::move(content_);
}

}  // namespace

std::string DossierContent::name_of(const std::string& id) const {
  const auto found = names.find(id);
  return found == names.end() || found->second.empty() ? id : found->second;
}

std::uint64_t DossierContent::number(std::string_view name) const {
  const auto found = numbers.find(name);
  return found == numbers.end() ? 0 : found->second;
}

std::string DocumentLine::name() const {
  if (!title.empty()) return title;
  return outlet.empty() ? path.substr(path.find_last_of('/') + 1) : outlet;
}

DossierContent gather(const record::Record& record, const DossierOptions& options) {
  return Gathering(record, options).gather();
}

std::string dossier(const record::Record& record, const DossierOptions& options, Format format) {
  const DossierContent content = gather(record, options);
  return format == Format::Html ? html_of(content) : markdown_of(content);
}

}  // namespace demarche::analysis
