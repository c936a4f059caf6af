// SPDX-License-Identifier: Apache-2.0
#include "cli/standard_input.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <iostream>
#include <system_error>

#include "cli/context.h"

namespace demarche::cli {

namespace {

// A read() that waits for a terminal or a pipe goes on after a signal, and knows nothing of close().
constexpr int kPatience = 100;  // milliseconds between two looks

}  // namespace

StandardInput::StandardInput() : replaced_(std::cin.rdbuf(this)) {}

StandardInput::~StandardInput() { std::cin.rdbuf(replaced_); }

// False when nothing more is wanted.
bool StandardInput::wait() const {
  pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
  while (!is_closed_ && !interrupted()) {
    if (poll(&input, 1, kPatience) > 0) return true;
  }
  return false;
}

StandardInput::int_type StandardInput::underflow() {
  ssize_t size = -1;
  do {
    if (!wait()) return traits_type::eof();
    size = ::read(STDIN_FILENO, buffer_.data(), buffer_.size());
  } while (size < 0 && (errno == EINTR || errno == EAGAIN));
  if (size < 0)
    throw std::ios_base::failure("standard input cannot be read", std::error_code(errno, std::generic_category()));
  if (size == 0) return traits_type::eof();
  setg(buffer_.data(), buffer_.data(), buffer_.data() + size);
  return traits_type::to_int_type(buffer_.front());
}

}  // namespace demarche::cli
