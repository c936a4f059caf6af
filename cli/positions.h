// SPDX-License-Identifier: Apache-2.0
// What `list positions` does beyond other kinds: finding by issue, and the matrix of actors and issues.
#pragma once

#include <string>
#include <vector>

#include "cli/context.h"
#include "record/record.h"

namespace demarche::cli {

struct PositionOptions {
  bool matrix = false;
  std::string at;  // day, month or year; empty: all that is known
};

// Throws Error{Usage} when the options do not go with the kind.
void check(const PositionOptions& given, record::Kind kind);

// The positions that a query finds, in its order; `about` may be an issue, a synonym of one, or words.
std::vector<record::Json> positions(const record::Record& record, const record::Query& query, const Context& context);

// Prints actors × issues; returns how many pairs have a position. `most`: of actors and of issues in a table, 0 for
// all.
std::size_t print_matrix(const std::vector<record::Json>& positions, const PositionOptions& given,
                         const std::string& format, bool all);

}  // namespace demarche::cli
