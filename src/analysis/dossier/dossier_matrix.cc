// SPDX-License-Identifier: Apache-2.0
// Positions: the matrix of actors and issues, and the line of each.
#include <algorithm>
#include <set>

#include "analysis/dossier/dossier_page.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Json;

Matrix matrix_of(const DossierContent& content) { return matrix_of(content.positions, {.actors = 10, .issues = 8}); }

namespace {

std::string slug(std::string_view text) {
  std::string out;
  for (const Word& word : words_of(text)) out += (out.empty() ? "" : "-") + word.text;
  return out;
}

}  // namespace

std::string Page::anchor_of(const std::string& actor, const std::string& issue) const {
  return "p-" + slug(actor) + "-" + slug(issue);
}

void Page::cell(const Json* last, std::size_t count, const std::string& anchor) {
  if (!last) {
    out_ += "<td class=\"none\">–</td>";
    return;
  }
  const std::string change = text_of(*last, "change"), since = text_of(*last, "since");
  out_ += "<td><a href=\"#" + anchor + "\">" + escaped_html(text_of(*last, "stance")) + "</a>";
  if (!since.empty()) out_ += "<small>" + date_in_words(since) + "</small>";
  if (change != "same" && change != "new" && change != "silent") out_ += "<small>" + change + "</small>";
  out_ += "<small>" + counted(count, "position", "positions") + "</small></td>";
}

void Page::matrix() {
  const Matrix matrix = matrix_of(content_);
  if (matrix.actors.empty()) return;
  out_ +=
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Positions by actor and issue\"><table "
      "class=\"matrix\"><caption>The latest stance of each actor on each issue, and its day.</caption><thead><tr><th "
      "scope=\"col\">Actor</th>";
  for (const std::string& issue : matrix.issues) out_ += "<th scope=\"col\">" + escaped_html(issue) + "</th>";
  out_ += "</tr></thead><tbody>\n";
  for (const std::string& actor : matrix.actors) {
    out_ += "<tr><th scope=\"row\">" + escaped_html(content_.name_of(actor)) + "</th>";
    for (const std::string& issue : matrix.issues) {
      const auto found = matrix.cells.find({actor, issue});
      const bool has_any = found != matrix.cells.end();
      cell(has_any ? &telling(found->second) : nullptr, has_any ? found->second.size() : 0, anchor_of(actor, issue));
    }
    out_ += "</tr>\n";
  }
  out_ += "</tbody></table></div>\n";
}

void Page::position(const Json& position) {
  const std::string since = text_of(position, "since"), until = text_of(position, "until"),
                    change = text_of(position, "change");
  out_ += "<li><strong>" + escaped_html(text_of(position, "stance")) + "</strong> <span class=\"none\">" +
          (since.empty() ? "undated" : date_in_words(since));
  if (until != since && !until.empty()) out_ += " – " + date_in_words(until);
  out_ += "</span>";
  if (change != "new" && change != "same") out_ += " <span class=\"change\">" + change + "</span>";
  if (change == "silent") out_ += "<p>" + escaped_html(text_of(position, "text")) + "</p>";
  quotes(position.at("evidence"), 1);
  out_ += "</li>\n";
}

namespace {

bool takes_stand(const std::vector<const Json*>& positions) {
  return std::any_of(positions.begin(), positions.end(),
                     [](const Json* position) { return text_of(*position, "stance") != "asserts"; });
}

}  // namespace

void Page::positions() {
  section("positions", "Positions",
          "What each says on each issue. A change is told against its last word towards the same others.");
  matrix();
  const Matrix matrix = matrix_of(content_);
  const std::set<std::string> issues(matrix.issues.begin(), matrix.issues.end());
  for (const std::string& actor : matrix.actors) {
    out_ += "<details class=\"actor\" open><summary><strong>" + escaped_html(content_.name_of(actor)) +
            "</strong></summary>\n";
    for (const auto& [key, cell] : matrix.cells) {
      if (key.first != actor || !(issues.contains(key.second) || takes_stand(cell))) continue;
      out_ += "<h3 class=\"issue\" id=\"" + anchor_of(actor, key.second) + "\">" + escaped_html(key.second) +
              "</h3><ul class=\"line\">\n";
      for (const Json* each : cell) position(*each);
      out_ += "</ul>\n";
    }
    out_ += "</details>\n";
  }
  end_section();
}

}  // namespace demarche::analysis
