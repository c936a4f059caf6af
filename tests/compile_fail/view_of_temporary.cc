// SPDX-License-Identifier: Apache-2.0
// A view of a temporary document would be dead at once: it must not compile.
#include "text/text.h"

demarche::Document make() { return demarche::Document("Lima refused.", {}, {}); }

std::size_t length() {
#ifdef MUST_FAIL
  return make().view({0, 4}).size();
#else
  const demarche::Document document = make();
  return document.view({0, 4}).size();
#endif
}
