// SPDX-License-Identifier: Apache-2.0
#include "places/places.h"
