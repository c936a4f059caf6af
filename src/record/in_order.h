// SPDX-License-Identifier: Apache-2.0
// Work in parallel, results in the order of the input. Private to this folder.
//
//   run_in_order<Line, std::string>(4, read_lines, label_line, print);
//
// One thread takes inputs in, `jobs` threads work, the calling thread consumes. At most 4 × jobs inputs are under way,
// so memory does not grow with the length of the input, and one slow document holds up no more than that.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace demarche::record {

// Safe from many threads: that is what it is for.
template <class In, class Out>
class OrderedQueue {
 public:
  explicit OrderedQueue(std::size_t capacity) : capacity_(capacity) {}

  // Waits for room. False when the run has been stopped: bring no more.
  bool put(In&& input) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [this] { return stopped_ || put_ - consumed_ < capacity_; });
    if (stopped_) return false;
    waiting_.emplace_back(put_++, std::move(input));
    work_.notify_one();
    return true;
  }

  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    work_.notify_all();
    results_.notify_all();
  }

  // Waits for an input; nothing when there will be none.
  std::optional<std::pair<std::uint64_t, In>> take() {
    std::unique_lock lock(mutex_);
    work_.wait(lock, [this] { return stopped_ || closed_ || !waiting_.empty(); });
    if (stopped_ || waiting_.empty()) return std::nullopt;
    auto input = std::move(waiting_.front());
    waiting_.pop_front();
    return input;
  }

  void give(std::uint64_t number, Out&& result) {
    const std::lock_guard lock(mutex_);
    done_.emplace(number, std::move(result));
    if (number == consumed_) results_.notify_one();
  }

  // Waits for the next result in order; nothing when all are consumed or the run has been stopped.
  std::optional<Out> next() {
    std::unique_lock lock(mutex_);
    results_.wait(lock, [this] { return stopped_ || done_.contains(consumed_) || (closed_ && consumed_ == put_); });
    const auto found = done_.find(consumed_);
    if (stopped_ || found == done_.end()) return std::nullopt;
    std::optional<Out> result(std::move(found->second));
    done_.erase(found);
    ++consumed_;
    room_.notify_one();
    return result;
  }

  // After a failure: everybody goes home, what is under way is dropped.
  void stop(std::exception_ptr cause) {
    const std::lock_guard lock(mutex_);
    if (!cause_) cause_ = std::move(cause);
    stopped_ = true;
    room_.notify_all();
    work_.notify_all();
    results_.notify_all();
  }

  std::exception_ptr cause() {
    const std::lock_guard lock(mutex_);
    return cause_;
  }

 private:
  const std::size_t capacity_;
  std::mutex mutex_;  // guards all below
  std::condition_variable room_, work_, results_;
  std::deque<std::pair<std::uint64_t, In>> waiting_;
  std::map<std::uint64_t, Out> done_;
  std::uint64_t put_ = 0, consumed_ = 0;
  bool closed_ = false, stopped_ = false;
  std::exception_ptr cause_;
};

// `produce(put)` calls put(input) until it returns false or the input ends; `make_worker()` gives each thread its own
// function In → Out; `consume(result)` runs on the calling thread. The first exception of any of them is thrown, after
// all threads have ended; `give_up`, if any, is called at once, from any thread, to wake a `produce` that waits for its
// input. No jobs at all are one job.
template <class In, class Out, class Produce, class MakeWorker, class Consume>
void run_in_order(unsigned jobs, Produce produce, MakeWorker make_worker, Consume consume,
                  const std::function<void()>& give_up = {}) {
  jobs = std::max(1U, jobs);
  OrderedQueue<In, Out> queue(std::size_t{4} * jobs);
  const auto guarded = [&](auto&& body) {
    try {
      body();
    } catch (...) {
      queue.stop(std::current_exception());
      if (give_up) give_up();
    }
  };
  const auto bring = [&] {
    produce([&](In&& input) { return queue.put(std::move(input)); });
    queue.close();
  };
  const auto work = [&] {
    auto worker = make_worker();
    while (auto input = queue.take()) queue.give(input->first, worker(std::move(input->second)));
  };
  const auto drain = [&] {
    while (auto result = queue.next()) consume(std::move(*result));
  };
  {
    std::vector<std::jthread> threads;
    // A thread that cannot be made ends the run like any other failure; those that were made must hear of it.
    guarded([&] {
      threads.emplace_back([&] { guarded(bring); });
      for (unsigned i = 0; i < jobs; ++i) threads.emplace_back([&] { guarded(work); });
    });
    guarded(drain);
  }
  if (const auto cause = queue.cause()) std::rethrow_exception(cause);
}

}  // namespace demarche::record
