// SPDX-License-Identifier: Apache-2.0
#include "language/language.h"
