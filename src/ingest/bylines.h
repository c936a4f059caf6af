// SPDX-License-Identifier: Apache-2.0
// Lines that name who wrote.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace demarche::ingest {

// "By Jane Roe and John Doe in Lima" → the names; empty when the line is no byline.
std::vector<std::string> names_in_byline(std::string_view line);

// A desk, an agency or "staff": who is named where no person is.
bool is_desk(std::string_view name);

}  // namespace demarche::ingest
