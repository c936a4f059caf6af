// SPDX-License-Identifier: Apache-2.0
// Figures, by who gives them.
#include "analysis/dossier_page.h"

namespace demarche::analysis {

using record::Json;

namespace {

bool is_figure(const Json& value) {
  const std::string field = text_of(value, "field");
  return field != "perpetrator" && field != "place" && field != "date";
}

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
      "scope=\"col\">Given by</th><th scope=\"col\">In these words</th></tr></thead><tbody>\n";
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
              quoted(value.at("evidence"), text_of(value, "value")) + "<span class=\"src\">" +
              source_line(value.at("evidence")) + "</span></td></tr>\n";
    }
  }
  out_ += "</tbody></table>\n";
  if (rows == 0) out_ += "<p>No figures were tied to a happening.</p>\n";
  end_section();
}

}  // namespace demarche::analysis
