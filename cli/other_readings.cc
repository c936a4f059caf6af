// SPDX-License-Identifier: Apache-2.0
#include "cli/other_readings.h"

#include <fmt/core.h>

namespace demarche::cli {

std::string about_other_readings(const record::Record& record, const std::string& model) {
  const auto [all, by_network, by_program, others] = record.readings(std::string("demarche ") + kVersion, model);
  if (others == 0) return {};
  const char* whose = by_program == 0   ? "another network"
                      : by_network == 0 ? "another version of the program"
                                        : "another network or version of the program";
  return fmt::format("{} of {} documents were read by {}; “demarche read {} --record {}” reads them anew", others, all,
                     whose, by_network > 0 ? "--again" : "--refresh", record.path().string());
}

}  // namespace demarche::cli
