// SPDX-License-Identifier: Apache-2.0
// Work space of a worker cannot be copied: two workers would write into one inference request.
#include "reader/reader.h"

void give(demarche::reader::Reader::ScratchPtr scratch);

void share(demarche::reader::Reader::ScratchPtr scratch) {
#ifdef MUST_FAIL
  give(scratch);
#else
  give(std::move(scratch));
#endif
}
