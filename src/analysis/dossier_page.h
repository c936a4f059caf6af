// SPDX-License-Identifier: Apache-2.0
// The HTML page of a dossier, section by section. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "analysis/dossier.h"

namespace demarche::analysis {

// Text as HTML shows it: & < > and quotation marks as entities.
std::string escaped_html(std::string_view text);

class Page {
 public:
  explicit Page(const DossierContent& content) : content_(content) {}
  std::string write();

 private:
  void head();
  void facts();
  void contents();
  void findings_in_brief();
  void actors();
  void disputes();
  void dispute(const record::Json& dispute);
  void side(const record::Json& side);
  void matrix();
  void positions();
  void position(const record::Json& position);
  void timeline();
  void figures();
  void sources();
  void coverage();
  void foot();

  void section(const char* id, const std::string& title, const std::string& note);
  void end_section() { out_ += "</section>\n"; }
  void quote(const record::Json& quote);
  void quotes(const record::Json& quotes, std::size_t shown);
  void fact(const std::string& name, std::uint64_t number);
  void cell(const record::Json* last, std::size_t count, const std::string& anchor);
  std::string source_line(const record::Json& quote) const;
  std::string anchor_of(const std::string& actor, const std::string& issue) const;
  std::vector<const record::Json*> shown_happenings() const;

  const DossierContent& content_;
  std::string out_;
};

}  // namespace demarche::analysis
