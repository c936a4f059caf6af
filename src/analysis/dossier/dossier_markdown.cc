// SPDX-License-Identifier: Apache-2.0
// A dossier as Markdown. A quotation is a link whose text is the words and whose fragment is the place,
// [words](#document=ID&span=12-40); a number that is counted, one whose fragment is its name, [3](#number=reports/ID).
#include <algorithm>
#include <tuple>

#include "analysis/dossier/dossier.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Json;

namespace {

// Punctuation that Markdown would read gets a backslash; line ends become spaces, which verify_report takes for the
// same.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    if (letter == '\n' || letter == '\r') {
      out += ' ';
      continue;
    }
    if (std::string_view("\\[]*_`<>|#&~").find(letter) != std::string_view::npos) out += '\\';
    out += letter;
  }
  return out;
}

// A figure stands in a link's target: only what needs no escape there.
std::string for_target(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    const bool is_plain = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '.' || letter == ',';
    out += is_plain ? letter : '+';
  }
  return out;
}

// Those who say most first; of each its issues in alphabetical order, and on each its line in order of time.
std::vector<const Json*> positions_by_actor(const DossierContent& content) {
  std::map<std::string, std::size_t> said;
  for (const Json& position : content.positions) said[holder_of(position)] += position.at("evidence").size();
  std::vector<const Json*> sorted;
  for (const Json& position : content.positions) sorted.push_back(&position);
  const auto key = [&](const Json* position) {
    const std::string holder = holder_of(*position);
    return std::tuple(-static_cast<std::int64_t>(said[holder]), holder, text_of(*position, "issue"));
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Json* a, const Json* b) { return key(a) < key(b); });
  return sorted;
}

class Text {
 public:
  explicit Text(const DossierContent& content) : content_(content) {}
  std::string write();

 private:
  void head();
  void brief();
  void actors();
  void disputes();
  void dispute(const Json& dispute);
  void matrix();
  void positions();
  void timeline();
  void figures();
  void sources();
  void corrections();
  void coverage();

  std::string number(const std::string& name) const;
  std::string number(const std::string& name, std::string_view one, std::string_view many) const;
  std::string source_of(const Json& quote) const;
  static std::string link(const Json& quote, const std::string& figure = {});
  std::string quotation(const Json& quote, const std::string& indent) const;
  std::string quotations(const Json& quotes, std::size_t most, const std::string& indent = "") const;

  const DossierContent& content_;
  std::string out_;
};

std::string Text::number(const std::string& name) const {
  return "[" + std::to_string(content_.number(name)) + "](#number=" + name + ")";
}

std::string Text::number(const std::string& name, std::string_view one, std::string_view many) const {
  return number(name) + " " + std::string(content_.number(name) == 1 ? one : many);
}

std::string Text::source_of(const Json& quote) const {
  const std::string outlet = text_of(quote, "outlet"), day = text_of(quote, "date");
  const auto found = content_.by_id.find(text_of(quote, "document"));
  std::string from = outlet;
  if (found == content_.by_id.end()) return escaped(from) + (day.empty() ? "" : ", " + date_in_words(day));
  const std::string& published = found->second->published;
  if (from.empty()) from = found->second->name();
  from = escaped(from) + (published.empty() ? "" : ", " + date_in_words(published));
  return day.empty() || day == published ? from : from + " (of " + date_in_words(day) + ")";
}

std::string Text::link(const Json& quote, const std::string& figure) {
  const auto& span = quote.at("span");
  return "[" + escaped(text_of(quote, "quote")) + "](#document=" + text_of(quote, "document") +
         "&span=" + std::to_string(span[0].get<unsigned>()) + "-" + std::to_string(span[1].get<unsigned>()) +
         (figure.empty() ? "" : "&figure=" + for_target(figure)) + ")";
}

std::string Text::quotation(const Json& quote, const std::string& indent) const {
  return indent + "> " + link(quote) + "  \n" + indent + "> — " + source_of(quote) + "\n\n";
}

std::string Text::quotations(const Json& quotes, std::size_t most, const std::string& indent) const {
  std::string out;
  for (std::size_t i = 0; i < quotes.size() && i < most; ++i) out += quotation(quotes[i], indent);
  return out;
}

void Text::head() {
  out_ += "<!-- dossier data-actors=\"";
  for (std::size_t i = 0; i < content_.actors.size(); ++i) out_ += (i > 0 ? "|" : "") + content_.actors[i];
  out_ += "\" data-as-of=\"" + content_.as_of + "\" -->\n\n# " + escaped(content_.title) + "\n\nDossier of " +
          date_in_words(content_.made) +
          (content_.as_of.empty() ? "" : ", as known on " + date_in_words(content_.as_of)) + ": " +
          number("documents", "document", "documents") + " from " + number("outlets", "outlet", "outlets");
  if (!content_.first_day.empty())
    out_ += ", published between " + date_in_words(content_.first_day) + " and " + date_in_words(content_.last_day);
  out_ +=
      ".\n\n*How to read this.* Every quotation was taken from its source letter by letter. All else was read by a "
      "program, which errs: who speaks, what is done, and which accounts belong together. In " +
      number("statements", "statement", "statements") + " and " + number("events", "event", "events") +
      " it recognised " + number("happenings", "happening", "happenings") + ", " +
      number("positions", "position", "positions") + " and " + number("disputes", "dispute", "disputes") + ".";
  if (!content_.corrections.empty())
    out_ += " People corrected it in " + number("corrections", "place", "places") + "; see the end.";
  out_ += "\n\n";
}

void Text::brief() {
  constexpr std::size_t kMost = 6;
  out_ += "## In brief\n\n";
  if (content_.disputes.empty())
    out_ += "The accounts do not contradict one another in anything that was recognised.\n";
  for (std::size_t i = 0; i < content_.disputes.size() && i < kMost; ++i)
    out_ += std::to_string(i + 1) + ". " + escaped(text_of(content_.disputes[i], "question")) + " (" +
            words_for_kind(text_of(content_.disputes[i], "kind")) + ")\n";
  out_ += "\n";
}

void Text::actors() {
  out_ +=
      "## Who they are\n\n| actor | is | statements by it | deeds by it | deeds towards it "
      "|\n|---|---|---:|---:|---:|\n";
  for (std::size_t i = 0; i < content_.people.size() && i < 16; ++i) {
    const ActorLine& line = content_.people[i];
    out_ += "| " + escaped(line.name) + " | " + words_for_actor(line) + " | " + number("statements/" + line.id) +
            " | " + number("done/" + line.id) + " | " + number("received/" + line.id) + " |\n";
  }
  out_ += "\n";
}

void Text::dispute(const Json& dispute) {
  out_ += "### " + escaped(text_of(dispute, "question")) + "\n\n*" + words_for_kind(text_of(dispute, "kind")) + "*\n\n";
  if (const Json entry = judgement_of(content_, dispute); !entry.is_null())
    out_ += "Judged " + words_for_state(text_of(dispute, "state")) + " by " + escaped(text_of(entry, "by")) + ", " +
            date_in_words(text_of(entry, "made").substr(0, 10)) + ": " + escaped(text_of(entry, "why")) + "\n\n";
  for (const auto& side : dispute.at("sides")) {
    const std::vector<std::string> names = side.at("names");
    out_ += "**" + escaped(names.empty() ? "Nobody named" : listed(names)) + "** " + escaped(text_of(side, "stance")) +
            "\n\n" + quotations(side.at("evidence"), 3);
  }
  if (const std::string why = text_of(dispute, "why"); !why.empty())
    out_ += "Set against each other because " + escaped(why) + ".\n\n";
}

void Text::disputes() {
  out_ += "## Where the accounts part\n\n";
  if (content_.disputes.empty()) out_ += "None was recognised.\n\n";
  for (const Json& each : content_.disputes) dispute(each);
  if (content_.set_aside > 0)
    out_ += number("set-aside", "dispute is", "disputes are") +
            " set aside: people judged them paraphrases or errors of the reading.\n\n";
}

// "refuses, 4 May 2004"
std::string standing(const Json& position) {
  const std::string since = text_of(position, "since");
  return escaped(text_of(position, "stance")) + (since.empty() ? "" : ", " + date_in_words(since));
}

void Text::matrix() {
  const Matrix matrix = matrix_of(content_);
  if (matrix.actors.empty()) return;
  out_ += "| actor |";
  for (const std::string& issue : matrix.issues) out_ += " " + escaped(issue) + " |";
  out_ += "\n|---|";
  for (std::size_t i = 0; i < matrix.issues.size(); ++i) out_ += "---|";
  out_ += "\n";
  for (const std::string& actor : matrix.actors) {
    out_ += "| " + escaped(content_.name_of(actor)) + " |";
    for (const std::string& issue : matrix.issues) {
      const auto found = matrix.cells.find({actor, issue});
      out_ += found == matrix.cells.end() ? " – |" : " " + standing(telling(found->second)) + " |";
    }
    out_ += "\n";
  }
  out_ += "\n";
}

void Text::positions() {
  out_ += "## Positions\n\n";
  matrix();
  std::string actor, issue;
  for (const Json* each : positions_by_actor(content_)) {
    const Json& position = *each;
    if (holder_of(position) != actor) {
      out_ += "### " + escaped(text_of(position, "name")) + "\n\n";
      issue.clear();
    }
    actor = holder_of(position);
    if (text_of(position, "issue") != issue) out_ += "**" + escaped(text_of(position, "issue")) + "**\n\n";
    issue = text_of(position, "issue");
    const std::string since = text_of(position, "since"), change = text_of(position, "change");
    out_ += "- " + text_of(position, "stance") + " (" + (since.empty() ? "undated" : date_in_words(since)) +
            (change == "same" || change == "new" ? "" : ", " + change) + ")\n\n" +
            quotations(position.at("evidence"), 1, "  ");
  }
}

void Text::timeline() {
  out_ += "## Timeline\n\n";
  for (const Json& happening : content_.happenings) {
    if (!happening.at("date").is_object()) continue;
    const std::string id = text_of(happening, "id");
    out_ += "- **" + period_in_words(happening.at("date")) + "** " + escaped(headline(happening)) + " (" +
            number("reports/" + id, "report", "reports") + ", " + number("outlets/" + id, "outlet", "outlets") + ", " +
            number("origins/" + id, "origin", "origins") + ")\n\n" + quotations(happening.at("evidence"), 1, "  ");
  }
}

void Text::figures() {
  out_ += "## Figures, by who gives them\n\n| of what | figure | given by | in these words |\n|---|---|---|---|\n";
  for (const Json& figure : content_.figures) {
    out_ += "| " + escaped(text_of(figure, "matter")) + " | " + escaped(text_of(figure, "text")) + " | " +
            escaped(text_of(figure, "name")) + " | " + link(figure.at("evidence").front()) + " — " +
            source_of(figure.at("evidence").front()) + " |\n";
  }
  out_ += "\n";
}

void Text::sources() {
  out_ +=
      "## Sources\n\n" + number("documents", "document", "documents") + ", " +
      number("origins", "of them with words of its own", "of them with words of their own") +
      ".\n\n| published | document | outlet | happenings told | statements | events |\n|---|---|---|---:|---:|---:|\n";
  for (const DocumentLine& line : content_.documents) {
    const auto first = content_.by_id.find(line.repeats);
    out_ += "| " + (line.published.empty() ? "undated" : line.published) + " | " + escaped(line.name()) +
            (line.is_unread ? ", not read" : "") +
            (first == content_.by_id.end() ? "" : ", repeats most of “" + escaped(first->second->name()) + "”") +
            " | " + escaped(line.outlet) + " | " + number("reports/" + line.id) + " | " +
            number("statements/" + line.id) + " | " + number("events/" + line.id) + " |\n";
  }
  out_ += "\n";
}

void Text::corrections() {
  if (content_.corrections.empty()) return;
  out_ +=
      "## What people corrected\n\n| words | what | read as | corrected to | by whom, and why "
      "|\n|---|---|---|---|---|\n";
  for (const Json& entry : content_.corrections)
    out_ += "| " + escaped(text_of(entry, "words")) + " | " + escaped(text_of(entry, "field")) + " | " +
            escaped(judged(entry.at("read"))) + " | " + escaped(judged(entry.at("value"))) + " | " +
            escaped(text_of(entry, "by")) + ", " + date_in_words(text_of(entry, "made").substr(0, 10)) + ": " +
            escaped(text_of(entry, "why")) + " |\n";
  out_ += "\n";
}

void Text::coverage() {
  out_ += "## What this dossier does not know\n\n- " + number("unresolved") + " of " +
          number("statements", "statement", "statements") + " name a speaker whom the actor tables do not know; " +
          number("unnamed") + " are by unnamed voices.\n- " + number("undated") + " of " +
          number("events", "event", "events") + " have no date in the text; " + number("without-doer") +
          " name no doer.\n- " + number("unread", "document was", "documents were") +
          " stored and not read (not in English, or empty); " + number("failures", "input", "inputs") +
          " could not be opened.\n";
  if (!content_.as_of.empty())
    out_ += "- This is what could be known on " + date_in_words(content_.as_of) + ": " +
            number("hidden", "document", "documents") + " of the record are left out, " + number("undated-hidden") +
            " of them because they have no date.\n";
  out_ += "- Recognition is by program and errs. A missing dispute is no proof of agreement.\n\nMade by " +
          (content_.program.empty() ? "Demarche" : content_.program) +
          ". `demarche verify FILE` compares every quotation and number with the record.\n";
}

std::string Text::write() {
  head();
  brief();
  actors();
  disputes();
  positions();
  timeline();
  figures();
  sources();
  corrections();
  coverage();
  return std::move(out_);
}

}  // namespace

std::string markdown_of(const DossierContent& content) { return Text(content).write(); }

}  // namespace demarche::analysis
