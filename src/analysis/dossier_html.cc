// SPDX-License-Identifier: Apache-2.0
// A dossier as one HTML page. Every quotation is a <q> with data-document, data-begin and data-end: see verify_report.
#include <algorithm>
#include <set>

#include "analysis/disputes.h"
#include "analysis/dossier_page.h"
#include "analysis/dossier_style.h"
#include "analysis/words.h"

namespace demarche::analysis {

using record::Json;

std::string escaped_html(std::string_view text) {
  std::string out;
  for (const char letter : text) {
    switch (letter) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += letter;
    }
  }
  return out;
}

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

void Page::section(const char* id, const std::string& title, const std::string& note) {
  out_ += "<section id=\"" + std::string(id) + "\" aria-labelledby=\"h-" + id + "\">\n<h2 id=\"h-" + id + "\">" +
          escaped_html(title) + "</h2>\n";
  if (!note.empty()) out_ += "<p class=\"note\">" + escaped_html(note) + "</p>\n";
}

std::string Page::source_line(const Json& quote) const {
  const auto found = content_.by_id.find(text_of(quote, "document"));
  const std::string outlet = text_of(quote, "outlet"), day = text_of(quote, "date");
  std::string line = outlet.empty() ? "" : outlet;
  if (found != content_.by_id.end()) {
    const DocumentLine& document = *found->second;
    if (line.empty()) line = shortened(document.title.empty() ? document.path : document.title, 70);
    line = "<a href=\"#d-" + document.id + "\">" + escaped_html(line) + "</a>";
    if (!document.published.empty()) line += ", " + date_in_words(document.published);
    if (!day.empty() && day != document.published) line += " (of " + date_in_words(day) + ")";
    return line;
  }
  return escaped_html(line) + (day.empty() ? "" : ", " + date_in_words(day));
}

namespace {

// Words that bring their own quotation marks need no second pair.
bool is_in_marks(const std::string& words) {
  return words.starts_with("\"") || words.starts_with("“") || words.starts_with("‘");
}

}  // namespace

void Page::quote(const Json& quote) {
  const auto& span = quote.at("span");
  out_ += std::string("<blockquote><p><q") + (is_in_marks(text_of(quote, "quote")) ? " class=\"own\"" : "") +
          " data-document=\"" + text_of(quote, "document") + "\" data-begin=\"" +
          std::to_string(span[0].get<unsigned>()) + "\" data-end=\"" + std::to_string(span[1].get<unsigned>()) + "\">" +
          escaped_html(text_of(quote, "quote")) + "</q></p><cite>" + source_line(quote) + "</cite></blockquote>\n";
}

// The first few stand open; a reader who wants all opens the rest. Print shows what is open.
void Page::quotes(const Json& quotes, std::size_t shown) {
  for (std::size_t i = 0; i < quotes.size() && i < shown; ++i) quote(quotes[i]);
  if (quotes.size() <= shown) return;
  out_ += "<details><summary>" + std::to_string(quotes.size() - shown) + " more</summary>\n";
  for (std::size_t i = shown; i < quotes.size(); ++i) quote(quotes[i]);
  out_ += "</details>\n";
}

void Page::fact(const std::string& name, std::uint64_t number) {
  out_ += "<div><dt>" + name + "</dt><dd>" + std::to_string(number) + "</dd></div>\n";
}

void Page::head() {
  out_ +=
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width, initial-scale=1\">\n";
  out_ += "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"" +
          escaped_html(content_.program) + "\">\n";
  out_ += "<title>" + escaped_html(content_.title) + " – dossier</title>\n<style>" + kDossierStyle +
          "</style>\n</head>\n<body>\n";
  out_ += "<a class=\"skip\" href=\"#main\">Skip to the dossier</a>\n<header>\n<p class=\"kicker\">Dossier · " +
          date_in_words(content_.made) + "</p>\n";
  out_ += "<h1>" + escaped_html(content_.title) + "</h1>\n";
  std::set<std::string> outlets;
  for (const DocumentLine& line : content_.documents) {
    if (!line.outlet.empty()) outlets.insert(line.outlet);
  }
  out_ += "<p class=\"lead\">What " + counted(content_.documents.size(), "document", "documents") + " from " +
          counted(outlets.size(), "outlet", "outlets") + " say";
  if (!content_.first_day.empty()) {
    out_ += ", published " + (content_.first_day == content_.last_day ? "on " + date_in_words(content_.first_day)
                                                                      : "between " + date_in_words(content_.first_day) +
                                                                            " and " + date_in_words(content_.last_day));
  }
  out_ +=
      ": who did what to whom, who says so, and where the accounts part. Every quotation below was taken from its "
      "source letter by letter; who does and says what in it was read by a program, which errs.</p>\n";
  facts();
  out_ += "</header>\n";
}

void Page::facts() {
  out_ += "<dl class=\"facts\">\n";
  fact("documents", content_.documents.size());
  fact("statements read", content_.coverage.statements);
  fact("happenings", content_.happenings.size());
  fact("positions", content_.positions.size());
  fact("disputes", content_.disputes.size());
  out_ += "</dl>\n";
}

void Page::contents() {
  out_ += "<nav aria-label=\"Contents\"><ul>";
  const std::vector<std::pair<const char*, const char*>> parts = {
      {"brief", "In brief"},    {"actors", "Actors"},   {"disputes", "Disputes"}, {"positions", "Positions"},
      {"timeline", "Timeline"}, {"figures", "Figures"}, {"sources", "Sources"},   {"coverage", "Coverage"}};
  for (const auto& [id, title] : parts) out_ += std::string("<li><a href=\"#") + id + "\">" + title + "</a></li>";
  out_ += "</ul></nav>\n";
}

void Page::findings_in_brief() {
  constexpr std::size_t kMost = 6;
  section("brief", "In brief",
          content_.disputes.empty()
              ? "The accounts do not contradict one another in anything that was recognised."
              : "The questions on which the accounts part most, by the weight of evidence on both sides.");
  if (!content_.disputes.empty()) out_ += "<ol>\n";
  for (std::size_t i = 0; i < content_.disputes.size() && i < kMost; ++i) {
    const Json& dispute = content_.disputes[i];
    out_ += "<li><a href=\"#" + text_of(dispute, "id") + "\">" + escaped_html(text_of(dispute, "question")) +
            "</a> <span class=\"none\">" + words_for_kind(text_of(dispute, "kind")) + ".</span></li>\n";
  }
  if (!content_.disputes.empty()) out_ += "</ol>\n";
  end_section();
}

void Page::actors() {
  constexpr std::size_t kMost = 12;
  section(
      "actors", "Who they are",
      "How often each speaks, acts and is acted upon in these texts. An organ of a state is counted with the state.");
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Actor</th><th scope=\"col\">Code</th><th scope=\"col\" "
      "class=\"n\">Statements by it</th>"
      "<th scope=\"col\" class=\"n\">Deeds by it</th><th scope=\"col\" class=\"n\">Deeds towards "
      "it</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < content_.people.size() && i < kMost; ++i) {
    const ActorLine& line = content_.people[i];
    out_ += "<tr><th scope=\"row\">" + escaped_html(line.name) + "</th><td class=\"id\">" + escaped_html(line.id) +
            "</td><td class=\"n\" data-label=\"Statements by it\">" + std::to_string(line.statements) +
            "</td><td class=\"n\" data-label=\"Deeds by it\">" + std::to_string(line.done) +
            "</td><td class=\"n\" data-label=\"Deeds towards it\">" + std::to_string(line.received) + "</td></tr>\n";
  }
  out_ += "</tbody></table>\n";
  if (content_.people.size() > kMost)
    out_ += "<p class=\"note\">And " + std::to_string(content_.people.size() - kMost) + " more.</p>\n";
  end_section();
}

void Page::side(const Json& side) {
  std::vector<std::string> names = side.at("names");
  out_ += "<div class=\"side\"><h4>" + escaped_html(listed(names)) + " <span>" + escaped_html(text_of(side, "stance")) +
          "</span></h4>\n";
  quotes(side.at("evidence"), 2);
  out_ += "</div>\n";
}

void Page::dispute(const Json& dispute) {
  const std::string since = text_of(dispute, "since"), until = text_of(dispute, "until");
  out_ += "<article class=\"dispute\" id=\"" + text_of(dispute, "id") + "\"><p class=\"kicker\"><span>" +
          words_for_kind(text_of(dispute, "kind")) + "</span><span>";
  if (!since.empty())
    out_ += since == until ? date_in_words(since) : date_in_words(since) + " – " + date_in_words(until);
  out_ += "</span></p>\n<h3>" + escaped_html(text_of(dispute, "question")) + "</h3>\n<div class=\"sides\">\n";
  for (const auto& each : dispute.at("sides")) side(each);
  out_ += "</div></article>\n";
}

void Page::disputes() {
  constexpr std::size_t kMost = 40;
  section("disputes", "Where the accounts part",
          "Both sides in their own words. Listed by weight of evidence and importance; the program does not decide who "
          "is right.");
  for (std::size_t i = 0; i < content_.disputes.size() && i < kMost; ++i) dispute(content_.disputes[i]);
  if (content_.disputes.empty()) out_ += "<p>None was recognised.</p>\n";
  if (content_.disputes.size() > kMost)
    out_ += "<p class=\"note\">And " + std::to_string(content_.disputes.size() - kMost) +
            " of less weight: “demarche list disputes”.</p>\n";
  end_section();
}

void Page::cell(const Json* last, std::size_t count, const std::string& anchor) {
  if (!last) {
    out_ += "<td class=\"none\">–</td>";
    return;
  }
  const std::string change = text_of(*last, "change");
  out_ += "<td><a href=\"#" + anchor + "\">" + escaped_html(text_of(*last, "stance")) + "</a>";
  if (change != "same" && change != "new" && change != "silent") out_ += "<small>" + change + "</small>";
  out_ += "<small>" + counted(count, "position", "positions") + "</small></td>";
}

void Page::matrix() {
  const Matrix matrix = matrix_of(content_);
  if (matrix.actors.empty()) return;
  out_ +=
      "<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Positions by actor and issue\"><table "
      "class=\"matrix\"><caption>The latest stance of each actor on each issue.</caption><thead><tr><th "
      "scope=\"col\">Actor</th>";
  for (const std::string& issue : matrix.issues) out_ += "<th scope=\"col\">" + escaped_html(issue) + "</th>";
  out_ += "</tr></thead><tbody>\n";
  for (const std::string& actor : matrix.actors) {
    out_ += "<tr><th scope=\"row\">" + escaped_html(content_.name_of(actor)) + "</th>";
    for (const std::string& issue : matrix.issues) {
      const auto found = matrix.cells.find({actor, issue});
      const bool has_any = found != matrix.cells.end();
      cell(has_any ? telling(found->second) : nullptr, has_any ? found->second.size() : 0, anchor_of(actor, issue));
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

void Page::foot() {
  out_ += "</main>\n<footer><p>Made by " + escaped_html(content_.program.empty() ? "Demarche" : content_.program) +
          " on " + date_in_words(content_.made) +
          ". Each quotation carries the id of its document and the place in it; <code>demarche verify FILE</code> "
          "compares them all with the stored texts.</p></footer>\n</body>\n</html>\n";
}

std::string Page::write() {
  head();
  contents();
  out_ += "<main id=\"main\">\n";
  findings_in_brief();
  actors();
  disputes();
  positions();
  timeline();
  figures();
  sources();
  coverage();
  foot();
  return std::move(out_);
}

std::string html_of(const DossierContent& content) { return Page(content).write(); }

}  // namespace demarche::analysis
