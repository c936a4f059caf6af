// SPDX-License-Identifier: Apache-2.0
// Words for people, on standard error.
#pragma once

#include <fmt/core.h>

#include <cstdio>
#include <string>
#include <utility>

namespace demarche::cli {

// That they cannot be written is no reason to end what is going on: unlike fmt::print, this never throws for it.
template <class... Args>
void tell(fmt::format_string<Args...> format, Args&&... args) {
  const std::string words = fmt::format(format, std::forward<Args>(args)...);
  std::fwrite(words.data(), 1, words.size(), stderr);
}

}  // namespace demarche::cli
