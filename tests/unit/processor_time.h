// SPDX-License-Identifier: Apache-2.0
// Seconds of the processor, not of the clock, for tests of time: other programs may be running beside them.
#pragma once

#include <ctime>

namespace demarche::given {

inline double seconds_since(std::clock_t begin) { return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC; }

}  // namespace demarche::given
