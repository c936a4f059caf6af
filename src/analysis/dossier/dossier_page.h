// SPDX-License-Identifier: Apache-2.0
// The HTML page of a dossier, section by section, a file for each part. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/dossier/dossier.h"

namespace demarche::analysis {

// Text as HTML shows it: & < > and quotation marks as entities.
std::string escaped_html(std::string_view text);

class Page {
 public:
  explicit Page(const DossierContent& content) : content_(content) {}
  std::string write();

 private:
  void head();
  void reading_note();
  void contents();
  void findings_in_brief();
  void most_told();
  void actors();
  void disputes();
  void dispute(const record::Json& dispute);
  void side(const record::Json& side);
  void judgement(const record::Json& dispute);
  void set_aside();
  void matrix();
  void positions();
  void position(const record::Json& position);
  void timeline();
  void happening(const record::Json& happening);
  void also_in(const record::Json& quotes);
  void figures();
  void sources();
  void source(const DocumentLine& line);
  void corrections();
  void coverage();
  void foot();

  void section(const char* id, const std::string& title, const std::string& note);
  void end_section() { out_ += "</section>\n"; }
  void quote(const record::Json& quote);
  void quotes(const record::Json& quotes, std::size_t shown);
  void cell(const record::Json* last, std::size_t count, const std::string& anchor);
  std::string source_line(const record::Json& quote) const;
  std::string anchor_of(const std::string& actor, const std::string& issue) const;
  std::vector<const record::Json*> shown_happenings() const;
  // Words that stand at a place of a document; `figure` is what they are taken to say, for `verify` to compare.
  std::string quoted(const record::Json& quote, const std::string& figure = {}) const;
  // A number that is counted, with the name under which `verify` counts it again; with a noun, “3 reports”.
  std::string number(const std::string& name) const;
  std::string number(const std::string& name, std::string_view one, std::string_view many) const;

  const DossierContent& content_;
  std::string out_;
};

}  // namespace demarche::analysis
