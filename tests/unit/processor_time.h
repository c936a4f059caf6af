// SPDX-License-Identifier: Apache-2.0
// Seconds of the processor, not of the clock, for tests of time: other programs may be running beside them.
#pragma once

#include <ctime>

namespace demarche::given {

// How much longer a build that watches every access to memory may take.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kWatched = 20;
#else
constexpr double kWatched = 1;
#endif

inline double seconds_since(std::clock_t begin) {
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kWatched;
}

}  // namespace demarche::given
