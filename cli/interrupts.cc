// SPDX-License-Identifier: Apache-2.0
#include <csignal>
#include <thread>

#include "cli/context.h"

namespace demarche::cli {

namespace {

std::atomic<bool> seen{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may touch nothing else");

// Restored after the first signal, so that a second one ends the program at once. The record stays whole even then.
extern "C" void note_interrupt(int signal) {
  seen = true;
  std::signal(signal, SIG_DFL);
}

}  // namespace

void watch_interrupts() {
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
}

const std::atomic<bool>& interrupted() { return seen; }

unsigned default_jobs() { return std::max(1u, std::thread::hardware_concurrency()); }

}  // namespace demarche::cli
