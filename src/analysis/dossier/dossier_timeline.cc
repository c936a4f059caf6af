// SPDX-License-Identifier: Apache-2.0
// The timeline of a dossier: what is told as having happened, with its sources.
#include <set>

#include "analysis/dossier/dossier_page.h"

namespace demarche::analysis {

using record::Json;

// Dated deeds; a remark without a date is no entry of a timeline.
std::vector<const Json*> Page::shown_happenings() const {
  std::vector<const Json*> dated;
  for (const Json& happening : content_.happenings) {
    if (happening.at("date").is_object()) dated.push_back(&happening);
  }
  return dated;
}

// Each document once, without the one that is quoted.
void Page::also_in(const Json& quotes) {
  std::set<std::string> seen;
  std::string list;
  for (const Json& each : quotes) {
    if (!seen.insert(text_of(each, "document")).second || seen.size() == 1) continue;
    list += (list.empty() ? "" : "; ") + source_line(each);
  }
  if (!list.empty()) out_ += "<p class=\"counts\">Also in " + list + "</p>\n";
}

void Page::happening(const Json& happening) {
  const std::string id = text_of(happening, "id");
  out_ += "<li id=\"" + id + "\"><span class=\"when\">" + period_in_words(happening.at("date")) + "</span><div><h3>" +
          escaped_html(headline(happening)) + "</h3><p class=\"counts\">" +
          number("reports/" + id, "report", "reports") + ", " + number("outlets/" + id, "outlet", "outlets") + ", " +
          number("origins/" + id, "independent origin", "independent origins");
  if (!text_of(happening, "place").empty()) out_ += " · " + escaped_html(text_of(happening, "place"));
  out_ += "</p>\n";
  quotes(happening.at("evidence"), 1);
  also_in(happening.at("evidence"));
  out_ += "</div></li>\n";
}

void Page::timeline() {
  section("timeline", "Timeline",
          "What is told as having happened, on the day on which it happened as far as the texts give it. Reports are "
          "sentences that tell of it; outlets published them; an origin is a text that does not repeat another.");
  out_ += "<ol class=\"timeline\">\n";
  for (const Json* each : shown_happenings()) happening(*each);
  out_ += "</ol>\n";
  if (content_.number("undated-happenings") > 0)
    out_ += "<p class=\"note\">" + number("undated-happenings", "happening has", "happenings have") +
            " no date in the texts: “demarche list happenings” shows them.</p>\n";
  end_section();
}

}  // namespace demarche::analysis
