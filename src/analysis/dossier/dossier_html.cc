// SPDX-License-Identifier: Apache-2.0
// A dossier as one HTML page. Every quotation is a <q> with data-document, data-begin and data-end: see verify_report.
#include <algorithm>
#include <set>

#include "analysis/dossier/dossier_page.h"
#include "analysis/dossier/dossier_style.h"
#include "analysis/words/words.h"

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
    if (line.empty()) line = shortened(document.name(), 70);
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

std::string Page::quoted(const Json& quote, const std::string& figure) const {
  const auto& span = quote.at("span");
  return std::string("<q") + (is_in_marks(text_of(quote, "quote")) ? " class=\"own\"" : "") + " data-document=\"" +
         text_of(quote, "document") + "\" data-begin=\"" + std::to_string(span[0].get<unsigned>()) + "\" data-end=\"" +
         std::to_string(span[1].get<unsigned>()) + "\"" +
         (figure.empty() ? "" : " data-figure=\"" + escaped_html(figure) + "\"") + ">" +
         escaped_html(text_of(quote, "quote")) + "</q>";
}

void Page::quote(const Json& quote) {
  out_ += "<blockquote><p>" + quoted(quote) + "</p><cite>" + source_line(quote) + "</cite></blockquote>\n";
}

std::string Page::number(const std::string& name) const {
  const std::string value = std::to_string(content_.number(name));
  return "<data data-number=\"" + name + "\" value=\"" + value + "\">" + value + "</data>";
}

std::string Page::number(const std::string& name, std::string_view one, std::string_view many) const {
  return number(name) + " " + std::string(content_.number(name) == 1 ? one : many);
}

// The first few stand open; a reader who wants all opens the rest. Print shows what is open.
void Page::quotes(const Json& quotes, std::size_t shown) {
  for (std::size_t i = 0; i < quotes.size() && i < shown; ++i) quote(quotes[i]);
  if (quotes.size() <= shown) return;
  out_ += "<details><summary>" + std::to_string(quotes.size() - shown) + " more</summary>\n";
  for (std::size_t i = shown; i < quotes.size(); ++i) quote(quotes[i]);
  out_ += "</details>\n";
}

namespace {

std::string joined_ids(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : "|") + id;
  return out;
}

}  // namespace

void Page::head() {
  out_ +=
      "<!doctype html>\n<html lang=\"en\" data-actors=\"" + escaped_html(joined_ids(content_.actors)) +
      "\" data-as-of=\"" + content_.as_of +
      "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"" +
      escaped_html(content_.program) + "\">\n<title>" + escaped_html(content_.title) + " – dossier</title>\n<style>" +
      kDossierStyle +
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the dossier</a>\n<header>\n<p "
      "class=\"kicker\">Dossier · " +
      date_in_words(content_.made) + (content_.as_of.empty() ? "" : " · as known on " + date_in_words(content_.as_of)) +
      "</p>\n<h1>" + escaped_html(content_.title) + "</h1>\n<p class=\"lead\">What " +
      number("documents", "document", "documents") + " from " + number("outlets", "outlet", "outlets") + " say";
  if (!content_.first_day.empty())
    out_ += ", published " + (content_.first_day == content_.last_day ? "on " + date_in_words(content_.first_day)
                                                                      : "between " + date_in_words(content_.first_day) +
                                                                            " and " + date_in_words(content_.last_day));
  out_ += ": who did what to whom, who says so, and where the accounts part.</p>\n";
  reading_note();
  out_ += "</header>\n";
}

// What is certain here and what is not, before anything is told.
void Page::reading_note() {
  out_ +=
      "<aside class=\"reading\"><p><strong>How to read this.</strong> Every quotation was taken from its source letter "
      "by letter. All else was read by a program, which errs: who speaks, what is done, and which accounts belong "
      "together. In " +
      number("statements", "statement", "statements") + " and " + number("events", "event", "events") +
      " it recognised " + number("happenings", "happening", "happenings") + ", " +
      number("positions", "position", "positions") + " and " + number("disputes", "dispute", "disputes") + ".";
  if (!content_.corrections.empty())
    out_ += " People corrected it in " + number("corrections", "place", "places") +
            "; <a href=\"#corrections\">what they changed is listed</a>.";
  out_ += "</p></aside>\n";
}

void Page::contents() {
  out_ += "<nav aria-label=\"Contents\"><ul>";
  std::vector<std::pair<const char*, const char*>> parts = {
      {"brief", "In brief"},      {"actors", "Who they are"},     {"disputes", "Where the accounts part"},
      {"positions", "Positions"}, {"timeline", "Timeline"},       {"figures", "Figures"},
      {"sources", "Sources"},     {"corrections", "Corrections"}, {"coverage", "What is not known"}};
  for (const auto& [id, title] : parts) {
    if (std::string_view(id) == "corrections" && content_.corrections.empty()) continue;
    out_ += std::string("<li><a href=\"#") + id + "\">" + title + "</a></li>";
  }
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
  most_told();
  end_section();
}

// What sources that do not repeat one another tell alike.
void Page::most_told() {
  constexpr std::size_t kMost = 5;
  std::vector<const Json*> told;
  for (const Json* each : shown_happenings()) {
    if (each->value("origins", 0) > 1) told.push_back(each);
  }
  std::stable_sort(told.begin(), told.end(), [](const Json* a, const Json* b) {
    return std::pair(a->value("origins", 0), a->value("reports", 0)) >
           std::pair(b->value("origins", 0), b->value("reports", 0));
  });
  if (told.empty()) return;
  out_ += "<p class=\"note\">What most sources tell, independently of one another:</p>\n<ul>\n";
  for (std::size_t i = 0; i < told.size() && i < kMost; ++i) {
    const std::string id = text_of(*told[i], "id");
    out_ += "<li><a href=\"#" + id + "\">" + escaped_html(headline(*told[i])) + "</a>, " +
            period_in_words(told[i]->at("date")) + " <span class=\"none\">· " +
            number("origins/" + id, "independent origin", "independent origins") + ".</span></li>\n";
  }
  out_ += "</ul>\n";
}

namespace {

// The three who speak most often in an actor's name.
std::string voices_of_line(const ActorLine& line) {
  std::vector<std::pair<int, std::string>> sorted;
  for (const auto& [name, count] : line.voices) sorted.emplace_back(-count, name);
  std::sort(sorted.begin(), sorted.end());
  std::string out;
  for (std::size_t i = 0; i < sorted.size() && i < 3; ++i) out += (out.empty() ? "" : ", ") + sorted[i].second;
  return sorted.size() > 3 ? out + " and others" : out;
}

}  // namespace

void Page::actors() {
  constexpr std::size_t kMost = 14;
  section("actors", "Who they are",
          "How often each speaks, acts and is acted upon in these texts. The organs of a state are counted with it.");
  out_ +=
      "<table class=\"stack\"><thead><tr><th scope=\"col\">Actor</th><th scope=\"col\">Speaks through</th><th "
      "scope=\"col\" class=\"n\">Statements by it</th><th scope=\"col\" class=\"n\">Deeds by it</th><th scope=\"col\" "
      "class=\"n\">Deeds towards it</th></tr></thead><tbody>\n";
  for (std::size_t i = 0; i < content_.people.size() && i < kMost; ++i) {
    const ActorLine& line = content_.people[i];
    const std::string kind = words_for_actor(line);
    out_ += "<tr><th scope=\"row\">" + escaped_html(line.name) +
            (kind.empty() ? "" : "<br><span class=\"none\">" + kind + "</span>") + "</th><td>" +
            escaped_html(voices_of_line(line)) + "</td><td class=\"n\" data-label=\"Statements by it\">" +
            number("statements/" + line.id) + "</td><td class=\"n\" data-label=\"Deeds by it\">" +
            number("done/" + line.id) + "</td><td class=\"n\" data-label=\"Deeds towards it\">" +
            number("received/" + line.id) + "</td></tr>\n";
  }
  out_ += "</tbody></table>\n";
  if (content_.people.size() > kMost)
    out_ += "<p class=\"note\">And " + std::to_string(content_.people.size() - kMost) +
            " who are named less: “demarche list actors”.</p>\n";
  end_section();
}

void Page::foot() {
  out_ +=
      "</main>\n<footer><p>Made by " + escaped_html(content_.program.empty() ? "Demarche" : content_.program) + " on " +
      date_in_words(content_.made) +
      ". Each quotation carries the id of its document and its place in it, each number the name of what is counted; "
      "<code>demarche verify FILE</code> compares them all with the record.</p></footer>\n</body>\n</html>\n";
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
  corrections();
  coverage();
  foot();
  return std::move(out_);
}

std::string html_of(const DossierContent& content) { return Page(content).write(); }

}  // namespace demarche::analysis
