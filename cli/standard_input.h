// SPDX-License-Identifier: Apache-2.0
// Standard input that can be ended while it is waited for.
#pragma once

#include <array>
#include <atomic>
#include <streambuf>

namespace demarche::cli {

// While it lives, std::cin reads through it. Its end comes with the end of the input, with the first interrupt, or with
// close(), which any thread may call; all else belongs to the thread that reads.
class StandardInput : private std::streambuf {
 public:
  StandardInput();
  ~StandardInput() override;
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;
  void close() { is_closed_ = true; }

 private:
  // Throws std::ios_base::failure, as the buffer of a file does, when the input cannot be read.
  int_type underflow() override;
  bool wait() const;

  std::array<char, 1 << 16> buffer_{};
  std::atomic<bool> is_closed_{false};
  std::streambuf* replaced_;
};

}  // namespace demarche::cli
