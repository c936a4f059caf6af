// SPDX-License-Identifier: Apache-2.0
// Figures, by who gives them.
#include "analysis/dossier/dossier_page.h"

namespace demarche::analysis {

using record::Json;

void Page::figures() {
  section("figures", "Figures, by who gives them",
          "Numbers as each source gives them. They are not added up and not averaged.");
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Of what</th><th scope=\"col\">Figure</th><th "
      "scope=\"col\">Given by</th><th scope=\"col\">In these words</th></tr></thead><tbody>\n";
  std::string matter;
  for (const Json& figure : content_.figures) {
    const bool is_first = text_of(figure, "matter_id") != matter;
    matter = text_of(figure, "matter_id");
    const Json& words = figure.at("evidence").front();
    out_ += "<tr><td>" + (is_first ? escaped_html(text_of(figure, "matter")) : std::string("″")) + "</td><td><strong>" +
            escaped_html(text_of(figure, "text")) + "</strong></td><td data-label=\"Given by\">" +
            escaped_html(text_of(figure, "name")) + "</td><td>" + quoted(words) + "<span class=\"src\">" +
            source_line(words) + "</span></td></tr>\n";
  }
  out_ += "</tbody></table>\n";
  if (content_.figures.empty()) out_ += "<p>The texts give no figures.</p>\n";
  end_section();
}

}  // namespace demarche::analysis
