// SPDX-License-Identifier: Apache-2.0
// What a person types after “field=” → the value of a correction.
#pragma once

#include <memory>
#include <string>

#include "cli/context.h"

namespace demarche::cli {

// Actors are ids or names, dates what `when` understands on the day of the document, places names of the gazetteer. The
// tables are read when first needed.
class CorrectionValues {
 public:
  CorrectionValues(const record::Record& record, const Context& context, std::string item);
  ~CorrectionValues();
  // “field=value”. Throws Error{Usage} saying what the field may be.
  record::Change change(const std::string& given);

 private:
  struct Tables;
  record::Json value(const record::Correctable& field, const std::string& text);
  record::Json actor(const std::string& text);
  record::Json actors(const std::string& text);
  record::Json actor_of_record(const std::string& text) const;
  record::Json actor_of_tables(const std::string& text);
  record::Json period(const std::string& text) const;
  record::Json day(const std::string& text) const;
  record::Json place(const std::string& text);
  Tables& tables();

  const record::Record& record_;
  const Context& context_;
  record::Kind kind_ = record::Kind::Events;
  std::string published_;  // of the item's document
  std::unique_ptr<Tables> tables_;
};

}  // namespace demarche::cli
