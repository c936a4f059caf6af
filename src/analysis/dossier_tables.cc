// SPDX-License-Identifier: Apache-2.0
// Timeline, figures, sources and coverage of a dossier's page.
#include <algorithm>

#include "analysis/dossier_page.h"

namespace demarche::analysis {

using record::Json;

// Dated deeds, and what more than one text tells; a single undated remark is no entry of a timeline.
std::vector<const Json*> Page::shown_happenings() const {
  std::vector<const Json*> dated;
  for (const Json& happening : content_.happenings) {
    if (happening.at("date").is_object()) dated.push_back(&happening);
  }
  return dated;
}

void Page::timeline() {
  section("timeline", "Timeline",
          "What is told as having happened, on the day on which it happened as far as the texts give it. Reports, "
          "outlets and independent origins are counted apart.");
  const auto dated = shown_happenings();
  out_ += "<ol class=\"timeline\">\n";
  for (const Json* each : dated) {
    const Json& happening = *each;
    out_ += "<li id=\"" + text_of(happening, "id") + "\"><span class=\"when\">" +
            period_in_words(happening.at("date")) + "</span><div><h3>" + escaped_html(headline(happening)) +
            "</h3><p class=\"counts\">" + counted(happening.value("reports", 0u), "report", "reports") + ", " +
            counted(happening.value("outlets", 0u), "outlet", "outlets") + ", " +
            counted(happening.value("origins", 0u), "origin", "origins");
    if (!text_of(happening, "place").empty()) out_ += " · " + escaped_html(text_of(happening, "place"));
    out_ += "</p>\n";
    quotes(happening.at("evidence"), 1);
    out_ += "</div></li>\n";
  }
  out_ += "</ol>\n";
  const std::size_t undated = content_.happenings.size() - dated.size();
  if (undated > 0)
    out_ += "<p class=\"note\">" + counted(undated, "happening has", "happenings have") +
            " no date in the texts: “demarche list happenings”.</p>\n";
  end_section();
}

namespace {

bool is_figure(const Json& value) {
  const std::string field = text_of(value, "field");
  return field != "perpetrator" && field != "place" && field != "date";
}

}  // namespace

namespace {

// "23 killed" and "640 million USD" say by themselves what they count.
bool says_what(const Json& value) {
  const std::string field = text_of(value, "field");
  return field == "money" || field == "percent" || text_of(value, "value").find(field) != std::string::npos;
}

}  // namespace

void Page::figures() {
  section("figures", "Figures, by who gives them",
          "Numbers as each source gives them. They are not added up and not averaged.");
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Of what</th><th scope=\"col\">Figure</th><th "
      "scope=\"col\">Given by</th><th scope=\"col\">In</th></tr></thead><tbody>\n";
  std::size_t rows = 0;
  for (const Json& happening : content_.happenings) {
    for (const auto& value : happening.at("values")) {
      if (!is_figure(value)) continue;
      ++rows;
      const std::string when = happening.at("date").is_object() ? ", " + period_in_words(happening.at("date")) : "";
      out_ += "<tr><td>" + escaped_html(headline(happening) + when) + "</td><td><strong>" +
              escaped_html(text_of(value, "value")) + "</strong>" +
              (says_what(value) ? "" : " <span class=\"none\">" + escaped_html(text_of(value, "field")) + "</span>") +
              "</td><td data-label=\"Given by\">" + escaped_html(text_of(value, "name")) + "</td><td>" +
              source_line(value.at("evidence")) + "</td></tr>\n";
    }
  }
  out_ += "</tbody></table>\n";
  if (rows == 0) out_ += "<p>No figures were tied to a happening.</p>\n";
  end_section();
}

void Page::sources() {
  section("sources", "Sources", "");
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Published</th><th scope=\"col\">Document</th><th "
      "scope=\"col\">Outlet</th><th scope=\"col\">Kind</th>"
      "<th scope=\"col\" class=\"n\">Statements</th><th scope=\"col\" class=\"n\">Events</th></tr></thead><tbody>\n";
  for (const DocumentLine& line : content_.documents) {
    out_ += "<tr id=\"d-" + line.id + "\"><td>" + (line.published.empty() ? "undated" : date_in_words(line.published)) +
            "</td><th scope=\"row\">" + escaped_html(line.title.empty() ? line.path : line.title) +
            "<br><span class=\"id\">" + line.id + "</span>";
    if (line.copies > 0)
      out_ += "<br><span class=\"none\">also found in " +
              counted(static_cast<std::uint64_t>(line.copies), "other place", "other places") + "</span>";
    out_ += "</th><td>" + escaped_html(line.outlet.empty() ? "unknown" : line.outlet) + "</td><td>" +
            escaped_html(line.kind) +
            (line.is_unread ? ", <strong>not read</strong> (" + escaped_html(line.language) + ")" : "") +
            "</td><td class=\"n\" data-label=\"Statements\">" + std::to_string(line.statements) +
            "</td><td class=\"n\" data-label=\"Events\">" + std::to_string(line.events) + "</td></tr>\n";
  }
  out_ += "</tbody></table>\n";
  end_section();
}

void Page::coverage() {
  const Coverage& coverage = content_.coverage;
  const auto unread = std::count_if(content_.documents.begin(), content_.documents.end(),
                                    [](const DocumentLine& line) { return line.is_unread; });
  section("coverage", "What this dossier does not know", "");
  out_ += "<ul>\n";
  out_ += "<li>" + std::to_string(coverage.unresolved) + " of " +
          counted(coverage.statements, "statement", "statements") +
          " name a speaker whom the actor tables do not know; " + std::to_string(coverage.unnamed) +
          " are by unnamed voices.</li>\n";
  out_ += "<li>" + std::to_string(coverage.undated) + " of " + counted(coverage.events, "event", "events") +
          " have no date in the text; " + std::to_string(coverage.without_doer) + " name no doer.</li>\n";
  out_ += "<li>" + counted(static_cast<std::uint64_t>(unread), "document was", "documents were") +
          " stored and not read (not in English, or empty); " + counted(content_.failures.size(), "input", "inputs") +
          " could not be opened.</li>\n";
  for (const Json& failure : content_.failures)
    out_ += "<li>Not opened: " + escaped_html(text_of(failure, "path")) + " – " +
            escaped_html(text_of(failure, "message")) + "</li>\n";
  out_ += "<li>Recognition is by program and errs. A missing dispute is no proof of agreement.</li>\n</ul>\n";
  end_section();
}

}  // namespace demarche::analysis
