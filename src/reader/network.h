// SPDX-License-Identifier: Apache-2.0
// The tensors. Everything that knows OpenVINO is behind this face.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace demarche::reader {

// Rows of one output, one per piece: `row(i)` holds the scores of piece i.
struct Rows {
  const float* values = nullptr;
  std::size_t width = 0;
  std::span<const float> row(std::size_t i) const { return {values + i * width, width}; }
};

enum class Output {
  Name,
  Source,
  Cue,
  Content,
  Trigger,
  Mode,
  Polarity,
  Modality,
  Act,
  Party,
  Inner,
  Mention,
  Query,
  Key,
  Relation
};
constexpr std::size_t kOutputs = 15;

// What the network is asked: the pieces of one window and, for a pair, which of them belong to the two phrases.
struct Window {
  std::vector<std::int64_t> ids;
  std::vector<float> subject, object;  // empty when no pair is asked
};

// The compiled network; immutable, shared by all workers.
class Network {
 public:
  // Keeps the network as compiled for this machine below `cache`, so that the next start is four times as fast; with an
  // empty path, or where nothing can be written, it is compiled anew. Throws Error{NotFound, Corrupt}.
  Network(const std::filesystem::path& folder, const std::filesystem::path& cache);
  ~Network();

  // Numbers in a row of the output.
  std::size_t width(Output output) const;

  // One inference request with its tensors: for one worker.
  class Request {
   public:
    explicit Request(const Network& network);
    ~Request();
    // Runs the window. Rows stay valid until the next run of this request.
    void run(const Window& window);
    Rows rows(Output output) const;

   private:
    struct State;
    std::unique_ptr<State> state_;
  };

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace demarche::reader
