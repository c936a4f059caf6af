// SPDX-License-Identifier: Apache-2.0
// Work on two cores whose result is that of one. Private to this folder.
#pragma once

#include <cstddef>
#include <future>
#include <iterator>
#include <utility>

namespace demarche::analysis {

// make(begin, end) gives what it makes of items [begin, end) in their order; the second half is made beside the first
// and put behind it. `make` must be safe to call from two threads at once.
template <class Make>
auto in_halves(std::size_t count, Make make) {
  auto second = std::async(std::launch::async, [&] { return make(count / 2, count); });
  auto made = make(std::size_t{0}, count / 2);
  auto rest = second.get();
  made.insert(made.end(), std::make_move_iterator(rest.begin()), std::make_move_iterator(rest.end()));
  return made;
}

}  // namespace demarche::analysis
