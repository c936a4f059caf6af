// SPDX-License-Identifier: Apache-2.0
// The one exception of Demarche. It says which input could not be used and what to do about it.
#pragma once

#include <stdexcept>
#include <string>

namespace demarche {

// Refused: one document's reading breaks a rule of the record, which takes the next one all the same.
enum class ErrorKind { BadInput, NotFound, Corrupt, Io, Busy, Usage, Refused };

// Thrown when a call could not be done. Absence is std::optional, oddity is a Note; neither is an Error.
// The message names the file (and line) and the remedy: "roles.tsv:12: no column “sector”; see data/actors/README.md".
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

}  // namespace demarche
