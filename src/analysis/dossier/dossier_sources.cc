// SPDX-License-Identifier: Apache-2.0
// What a dossier rests on: its sources, what people corrected, and what it does not know.
#include "analysis/dossier/dossier_page.h"

namespace demarche::analysis {

using record::Json;

void Page::source(const DocumentLine& line) {
  const auto count = [&](const char* name, const char* label) {
    out_ += "<td class=\"n\" data-label=\"" + std::string(label) + "\">" + number(name + ("/" + line.id)) + "</td>";
  };
  out_ += "<tr id=\"d-" + line.id + "\"><td>" + (line.published.empty() ? "undated" : date_in_words(line.published)) +
          "</td><th scope=\"row\">" + escaped_html(line.name());
  if (const auto first = content_.by_id.find(line.repeats); first != content_.by_id.end())
    out_ += "<br><span class=\"none\">repeats most of “" + escaped_html(first->second->name()) + "”</span>";
  if (line.copies > 0)
    out_ += "<br><span class=\"none\">also found in " + number("copies/" + line.id, "other place", "other places") +
            "</span>";
  out_ += "</th><td>" + escaped_html(line.outlet.empty() ? "unknown" : line.outlet) + "</td><td>" +
          escaped_html(line.kind) +
          (line.is_unread ? ", <strong>not read</strong> (" + escaped_html(line.language) + ")" : "") + "</td>";
  count("reports", "Happenings told");
  count("statements", "Statements");
  count("events", "Events");
  out_ += "</tr>\n";
}

void Page::sources() {
  section("sources", "Sources", "");
  out_ += "<p class=\"note\">" + number("documents", "document", "documents") + " from " +
          number("outlets", "named outlet", "named outlets") + "; " +
          number("origins", "of them has words of its own", "of them have words of their own") +
          ", the others repeat most of an earlier one.</p>\n";
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Published</th><th scope=\"col\">Document</th><th "
      "scope=\"col\">Outlet</th><th scope=\"col\">Kind</th><th scope=\"col\" class=\"n\">Happenings told</th><th "
      "scope=\"col\" class=\"n\">Statements</th><th scope=\"col\" class=\"n\">Events</th></tr></thead><tbody>\n";
  for (const DocumentLine& line : content_.documents) source(line);
  out_ += "</tbody></table>\n";
  end_section();
}

void Page::corrections() {
  if (content_.corrections.empty()) return;
  section("corrections", "What people corrected",
          "Where a person judged otherwise than the program, the person’s word stands above. Nothing was erased.");
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Words</th><th scope=\"col\">What</th><th scope=\"col\">Read "
      "as</th><th scope=\"col\">Corrected to</th><th scope=\"col\">By whom, and why</th></tr></thead><tbody>\n";
  for (const Json& entry : content_.corrections)
    out_ += "<tr><td>" + escaped_html(text_of(entry, "words")) + "</td><td>" + escaped_html(text_of(entry, "field")) +
            "</td><td data-label=\"Read as\">" + escaped_html(judged(entry.at("read"))) +
            "</td><td data-label=\"Corrected to\"><strong>" + escaped_html(judged(entry.at("value"))) +
            "</strong></td><td>" + escaped_html(text_of(entry, "by")) + ", " +
            date_in_words(text_of(entry, "made").substr(0, 10)) + ": " + escaped_html(text_of(entry, "why")) +
            "</td></tr>\n";
  out_ += "</tbody></table>\n";
  end_section();
}

void Page::coverage() {
  section("coverage", "What this dossier does not know", "");
  out_ += "<ul>\n<li>" + number("unresolved") + " of " + number("statements", "statement", "statements") +
          " name a speaker whom the actor tables do not know; " + number("unnamed") +
          " are by unnamed voices.</li>\n<li>" + number("undated") + " of " + number("events", "event", "events") +
          " have no date in the text; " + number("without-doer") + " name no doer.</li>\n<li>" +
          number("unread", "document was", "documents were") + " stored and not read (not in English, or empty); " +
          number("failures", "input", "inputs") + " could not be opened.</li>\n";
  if (!content_.as_of.empty())
    out_ += "<li>This is what could be known on " + date_in_words(content_.as_of) + ": " +
            number("hidden", "document", "documents") + " of the record are left out, " + number("undated-hidden") +
            " of them because they have no date.</li>\n";
  for (const Json& failure : content_.failures)
    out_ += "<li>Not opened: " + escaped_html(text_of(failure, "path")) + " – " +
            escaped_html(text_of(failure, "message")) + "</li>\n";
  out_ +=
      "<li>Who speaks, what is done and which accounts belong together was read by a program, and errs. A missing "
      "dispute is no proof of agreement.</li>\n</ul>\n";
  end_section();
}

}  // namespace demarche::analysis
