// SPDX-License-Identifier: Apache-2.0
// Disputes of a dossier, the sides beside each other.
#include "analysis/dossier/dossier_page.h"
#include "analysis/words/words.h"

namespace demarche::analysis {

using record::Json;

void Page::side(const Json& side) {
  const std::vector<std::string> names = side.at("names");
  out_ += "<div class=\"side\"><h4>" + escaped_html(names.empty() ? "Nobody named" : listed(names)) + " <span>" +
          escaped_html(text_of(side, "stance")) + "</span></h4>\n";
  if (side.at("evidence").empty()) out_ += "<p class=\"none\">No words on it in these texts.</p>\n";
  quotes(side.at("evidence"), 2);
  out_ += "</div>\n";
}

// What a person decided, with name, day and reason.
void Page::judgement(const Json& dispute) {
  const Json entry = judgement_of(content_, dispute);
  if (entry.is_null()) return;
  out_ += "<p class=\"judged\">Judged " + words_for_state(text_of(dispute, "state")) + " by " +
          escaped_html(text_of(entry, "by")) + ", " + date_in_words(text_of(entry, "made").substr(0, 10)) + ": " +
          escaped_html(text_of(entry, "why")) + "</p>\n";
}

void Page::dispute(const Json& dispute) {
  const std::string since = text_of(dispute, "since"), until = text_of(dispute, "until"), why = text_of(dispute, "why");
  out_ += "<article class=\"dispute\" id=\"" + text_of(dispute, "id") + "\"><p class=\"kicker\"><span>" +
          words_for_kind(text_of(dispute, "kind")) + "</span><span>";
  if (!since.empty())
    out_ += since == until ? date_in_words(since) : date_in_words(since) + " – " + date_in_words(until);
  out_ += "</span></p>\n<h3>" + escaped_html(text_of(dispute, "question")) + "</h3>\n";
  judgement(dispute);
  out_ += "<div class=\"sides\">\n";
  for (const auto& each : dispute.at("sides")) side(each);
  out_ += "</div>\n";
  if (!why.empty()) out_ += "<p class=\"why\">Set against each other because " + escaped_html(why) + ".</p>\n";
  out_ += "</article>\n";
}

void Page::set_aside() {
  if (content_.set_aside > 0)
    out_ += "<p class=\"note\">" + number("set-aside", "dispute is", "disputes are") +
            " set aside: people judged them paraphrases or errors of the reading. “demarche list disputes” shows them "
            "all.</p>\n";
}

void Page::disputes() {
  constexpr std::size_t kMost = 40;
  section("disputes", "Where the accounts part",
          "Both sides in their own words, the weightiest first. The program does not decide who is right.");
  for (std::size_t i = 0; i < content_.disputes.size() && i < kMost; ++i) dispute(content_.disputes[i]);
  if (content_.disputes.empty()) out_ += "<p>None was recognised.</p>\n";
  if (content_.disputes.size() > kMost)
    out_ += "<p class=\"note\">And " + std::to_string(content_.disputes.size() - kMost) + " of less weight, of " +
            number("disputes") + " in all: “demarche list disputes”.</p>\n";
  set_aside();
  end_section();
}

}  // namespace demarche::analysis
