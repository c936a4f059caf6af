// SPDX-License-Identifier: Apache-2.0
// What the network's outputs mean: labels.json beside the network, written by its training.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace demarche::reader {

enum class Link { Source, Content, Actor, Recipient, Addressee, Antecedent };
constexpr std::size_t kLinks = 6;
constexpr std::size_t kLinkWidth = 64;
constexpr std::size_t kSpanTags = 3;  // O, B, I

// A raw score and the share of development items with about this score that were right.
using Knots = std::vector<std::array<float, 2>>;

struct Labels {
  std::vector<std::string> name_tags;  // "O", "B-person", "I-person", …
  std::vector<std::string> triggers;   // "O", then the PLOVER events
  std::vector<std::string> modes;      // "none", "CONSULT/visit", …
  std::vector<std::string> polarities, modalities, acts;
  std::vector<std::string> mentions;  // "none", "person", "organisation", "place", "other"

  std::array<float, kLinks> link_bias{};
  float link_scale = 0.125F;

  std::size_t longest_window = 384;  // pieces, with [CLS] and [SEP]
  std::size_t context = 48;          // pieces of the neighbourhood on each side
  std::size_t longest_pair = 254;    // pieces around a marked pair
  std::int32_t begin = 101, end = 102, paragraph = 6;
  std::int32_t subject_open = 2, subject_close = 3, object_open = 4, object_close = 5;

  // Chosen on development data; train/DECODING.md says what each does.
  std::array<float, 5> outside{};  // added to the score of O in the layers name, source, cue, content, party
  std::size_t reach = 100;         // pieces between a cue and what hangs on it
  float source_threshold = 0.5F;
  float argument_threshold = 0.5F;
  // Of what fills a side that the thresholds above leave empty: the likeliest party, else words that are no party.
  float guess_threshold = 0.5F, words_threshold = 0.5F;
  float trigger_threshold = 0.5F;  // probability of being any trigger
  float inner_threshold = 0.5F;    // probability of a cue inside a content, from which on the content is read again

  Knots event_scores, statement_scores;  // by raw score, rising; empty: a raw score stands for itself
};

// What a raw score is worth: on the straight line between the two knots around it, that of the nearest beyond them.
float worth(const Knots& knots, float raw);

// Throws Error{NotFound, Corrupt} naming the file and what is missing in it.
Labels load_labels(const std::filesystem::path& path);

}  // namespace demarche::reader
