// SPDX-License-Identifier: Apache-2.0
// How a row of each kind looks in a table on the screen.
#pragma once

#include "cli/table.h"
#include "record/record.h"

namespace demarche::cli {

std::vector<Column> people_columns(record::Kind kind);
std::vector<std::string> people_cells(record::Kind kind, const record::Json& row);

// “ff92e051.e5”: enough of an id to be given to show and explain.
// A value of a correction: “Peru (PER)”, “2018-01-04”, “nothing”.
std::string judged_text(const record::Json& value);
std::string short_id(const record::Json& row);
// “Pakistan (PAK), Afghanistan (AFG)”
std::string parties_text(const record::Json& parties);
// “Ministry of Foreign Affairs (PAK.GOV.MFA): denies”, or “the document”.
std::string teller_text(const record::Json& event);
// “Ministry of Foreign Affairs (PAK.GOV.MFA)”; the words of the text, or “[anonymous]”, where no name is known.
std::string speaker_text(const record::Json& statement);
// “2018-01-04”, “2018-01”, “2018-01-01 to 2018-04-30”; empty without a date.
std::string date_text(const record::Json& date);

}  // namespace demarche::cli
