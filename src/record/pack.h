// SPDX-License-Identifier: Apache-2.0
// What the network read of a document, in a few kilobytes. Private to this folder.
//
// Numbers in base 128, low digits first; places as distances from the last one; scores as they are, in four bytes, so
// that rereading gives the same as reading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/engine.h"

namespace demarche::record {

// Goes up with every change of the form; what has another number is read anew by the network.
inline constexpr std::int64_t kPackedForm = 2;

std::string packed(const reader::Annotations& annotations);
// Nothing for bytes that are no annotations of a text of that size.
std::optional<reader::Annotations> unpacked(std::string_view bytes, std::size_t text_size);

}  // namespace demarche::record
