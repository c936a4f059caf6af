// SPDX-License-Identifier: Apache-2.0
// Findings as rows. Private to this folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "record/record.h"
#include "record/sqlite.h"

namespace demarche::record {

// Into `table`, their words into `evidence`, which may be a table of this connection alone. An anchor in a document
// that the record does not hold is left out: it could not be shown.
void write_findings(Database& database, const char* table, const std::vector<Finding>& findings, const char* evidence,
                    const std::function<std::int64_t(const std::string&)>& producer);

}  // namespace demarche::record
