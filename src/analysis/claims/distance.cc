// SPDX-License-Identifier: Apache-2.0
#include "analysis/claims/distance.h"

#include <algorithm>
#include <cmath>

namespace demarche::analysis {

double kilometres(const record::PlaceItem& a, const record::PlaceItem& b) {
  constexpr double kRadians = 3.14159265358979 / 180, kRadius = 6371;
  const double lat = (b.latitude - a.latitude) * kRadians, lon = (b.longitude - a.longitude) * kRadians;
  const double h = std::pow(std::sin(lat / 2), 2) +
                   std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * std::pow(std::sin(lon / 2), 2);
  return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, h)));
}

}  // namespace demarche::analysis
