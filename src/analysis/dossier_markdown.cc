// SPDX-License-Identifier: Apache-2.0
// A dossier as Markdown. A quotation is a link whose text is the words and whose fragment is the place:
// [words](#document=ID&span=12-40).
#include <algorithm>

#include "analysis/dossier.h"
#include "analysis/words.h"

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

std::string source_of(const Json& quote) {
  const std::string outlet = text_of(quote, "outlet"), day = text_of(quote, "date");
  return escaped(outlet.empty() ? text_of(quote, "path") : outlet) + (day.empty() ? "" : ", " + date_in_words(day));
}

std::string quotation(const Json& quote, const std::string& indent) {
  const auto& span = quote.at("span");
  return indent + "> [" + escaped(text_of(quote, "quote")) + "](#document=" + text_of(quote, "document") +
         "&span=" + std::to_string(span[0].get<unsigned>()) + "-" + std::to_string(span[1].get<unsigned>()) + ")  \n" +
         indent + "> — " + source_of(quote) + "\n\n";
}

std::string quotations(const Json& quotes, std::size_t most, const std::string& indent = "") {
  std::string out;
  for (std::size_t i = 0; i < quotes.size() && i < most; ++i) out += quotation(quotes[i], indent);
  return out;
}

std::string head(const DossierContent& content) {
  std::string out = "# " + escaped(content.title) + "\n\nDossier of " + date_in_words(content.made) + ": " +
                    counted(content.documents.size(), "document", "documents") + ", " +
                    counted(content.coverage.statements, "statement", "statements") + ", " +
                    counted(content.disputes.size(), "dispute", "disputes") +
                    ".\n\n## Who they are\n\n| actor | code | statements by it | deeds by it | deeds towards it "
                    "|\n|---|---|---:|---:|---:|\n";
  for (std::size_t i = 0; i < content.people.size() && i < 16; ++i) {
    const ActorLine& line = content.people[i];
    out += "| " + escaped(line.name) + " | " + escaped(line.id) + " | " + std::to_string(line.statements) + " | " +
           std::to_string(line.done) + " | " + std::to_string(line.received) + " |\n";
  }
  return out + "\n";
}

std::string disputes(const DossierContent& content) {
  std::string out = "## Where the accounts part\n\n";
  for (const Json& dispute : content.disputes) {
    out +=
        "### " + escaped(text_of(dispute, "question")) + "\n\n*" + words_for_kind(text_of(dispute, "kind")) + "*\n\n";
    for (const auto& side : dispute.at("sides")) {
      const std::vector<std::string> names = side.at("names");
      out += "**" + escaped(listed(names)) + "** " + escaped(text_of(side, "stance")) + "\n\n" +
             quotations(side.at("evidence"), 3);
    }
  }
  return out;
}

std::string matrix(const DossierContent& content) {
  const Matrix matrix = matrix_of(content);
  if (matrix.actors.empty()) return "";
  std::string out = "| actor |";
  for (const std::string& issue : matrix.issues) out += " " + escaped(issue) + " |";
  out += "\n|---|";
  for (std::size_t i = 0; i < matrix.issues.size(); ++i) out += "---|";
  out += "\n";
  for (const std::string& actor : matrix.actors) {
    out += "| " + escaped(content.name_of(actor)) + " |";
    for (const std::string& issue : matrix.issues) {
      const auto found = matrix.cells.find({actor, issue});
      out += found == matrix.cells.end() ? " – |" : " " + text_of(*telling(found->second), "stance") + " |";
    }
    out += "\n";
  }
  return out + "\n";
}

std::string positions(const DossierContent& content) {
  std::string out = "## Positions\n\n" + matrix(content), actor, issue;
  for (const Json& position : content.positions) {
    if (holder_of(position) != actor) out += "### " + escaped(text_of(position, "name")) + "\n\n", issue.clear();
    actor = holder_of(position);
    if (text_of(position, "issue") != issue) out += "**" + escaped(text_of(position, "issue")) + "**\n\n";
    issue = text_of(position, "issue");
    const std::string since = text_of(position, "since"), change = text_of(position, "change");
    out += "- " + text_of(position, "stance") + " (" + (since.empty() ? "undated" : date_in_words(since)) +
           (change == "same" || change == "new" ? "" : ", " + change) + ")\n\n" +
           quotations(position.at("evidence"), 1, "  ");
  }
  return out;
}

std::string timeline(const DossierContent& content) {
  std::string out = "## Timeline\n\n";
  for (const Json& happening : content.happenings) {
    if (!happening.at("date").is_object()) continue;
    out += "- **" + period_in_words(happening.at("date")) + "** " + escaped(headline(happening)) + " (" +
           counted(happening.value("reports", 0u), "report", "reports") + ", " +
           counted(happening.value("outlets", 0u), "outlet", "outlets") + ", " +
           counted(happening.value("origins", 0u), "origin", "origins") + ")\n\n" +
           quotations(happening.at("evidence"), 1, "  ");
  }
  return out;
}

std::string figures(const DossierContent& content) {
  std::string out = "## Figures, by who gives them\n\n| of what | figure | given by | in |\n|---|---|---|---|\n";
  for (const Json& happening : content.happenings) {
    for (const auto& value : happening.at("values")) {
      const std::string field = text_of(value, "field");
      if (field == "perpetrator" || field == "place" || field == "date") continue;
      out += "| " + escaped(headline(happening)) + " | " + escaped(text_of(value, "value")) + " (" + escaped(field) +
             ") | " + escaped(text_of(value, "name")) + " | " + source_of(value.at("evidence")) + " |\n";
    }
  }
  return out + "\n";
}

std::string sources(const DossierContent& content) {
  std::string out = "## Sources\n\n| published | document | outlet | statements | events |\n|---|---|---|---:|---:|\n";
  for (const DocumentLine& line : content.documents) {
    out += "| " + (line.published.empty() ? "undated" : line.published) + " | " +
           escaped(line.title.empty() ? line.path : line.title) + " (`" + line.id + "`)" +
           (line.is_unread ? ", not read" : "") + " | " + escaped(line.outlet) + " | " +
           std::to_string(line.statements) + " | " + std::to_string(line.events) + " |\n";
  }
  const Coverage& coverage = content.coverage;
  return out + "\n## What this dossier does not know\n\n- " + std::to_string(coverage.unresolved) + " of " +
         counted(coverage.statements, "statement", "statements") +
         " name a speaker whom the actor tables do not know; " + std::to_string(coverage.unnamed) +
         " are by unnamed voices.\n- " + std::to_string(coverage.undated) + " of " +
         counted(coverage.events, "event", "events") + " have no date in the text; " +
         std::to_string(coverage.without_doer) +
         " name no doer.\n- Recognition is by program and errs. A missing dispute is no proof of agreement.\n\n" +
         "Made by " + (content.program.empty() ? "Demarche" : content.program) +
         ". `demarche verify FILE` compares every quotation with the stored texts.\n";
}

}  // namespace

std::string markdown_of(const DossierContent& content) {
  return head(content) + disputes(content) + positions(content) + timeline(content) + figures(content) +
         sources(content);
}

}  // namespace demarche::analysis
