// SPDX-License-Identifier: Apache-2.0
// What a Reader and its Scratch hold.
#pragma once

#include "reader/labels.h"
#include "reader/network.h"
#include "reader/reader.h"

namespace demarche::reader {

struct Reader::Scratch {
  explicit Scratch(const reader::Network& network) : request(network) {}
  reader::Network::Request request;
};

struct Reader::Network {
  Network(const std::filesystem::path& folder, const std::filesystem::path& cache);

  Labels labels;
  reader::Network network;
  std::string fingerprint;
};

}  // namespace demarche::reader
