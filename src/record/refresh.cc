// SPDX-License-Identifier: Apache-2.0
// Readings made anew from what the network read then: a project's tables change, the words do not.
#include <chrono>

#include "base/utf8.h"
#include "record/batch.h"
#include "record/in_order.h"
#include "record/writer.h"

namespace demarche::record {

namespace {

struct Stored {
  Document document;
  std::optional<Record::Annotated> annotated;
};

struct Reread {
  Document document;
  std::optional<engine::Reading> reading;
  std::string network, error;
};

std::optional<Record::Annotated> reusable(std::optional<Record::Annotated> annotated, const engine::Engine& engine,
                                          Reuse reuse) {
  const bool is_own = annotated && annotated->network == network_of(engine.fingerprint());
  return reuse == Reuse::OfAnyNetwork || is_own ? std::move(annotated) : std::nullopt;
}

Reread reread(const engine::Engine& engine, Stored&& stored, engine::Engine::Scratch& scratch) {
  Reread out{std::move(stored.document), std::nullopt, {}, {}};
  try {
    if (stored.annotated) {
      out.network = stored.annotated->network;
      out.reading = engine.reread(out.document, std::move(stored.annotated->annotations), scratch);
    } else {
      out.reading = engine.read(out.document, scratch);
    }
  } catch (const std::exception& error) {
    out.error = error.what();
  }
  return out;
}

}  // namespace

RefreshTotals refresh_readings(Record& record, const engine::Engine& engine, Reuse reuse, const BatchOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  const Record known(record.path(), Record::Access::Read);
  const std::vector<std::string> ids = known.documents();
  RefreshTotals totals;
  Progress progress;
  std::size_t done = 0;
  record.forget_actor_names();
  const auto bring = [&](auto&& put) {
    for (const std::string& id : ids) {
      if (options.stop != nullptr && options.stop->load()) return;
      std::optional<Document> document = known.stored_document(id);
      if (!document || !document->is_readable()) continue;
      if (!put(Stored{std::move(*document), reusable(known.annotated(id), engine, reuse)})) return;
    }
  };
  const auto make_worker = [&] {
    return [&engine, scratch = engine.make_scratch()](Stored&& stored) mutable {
      return reread(engine, std::move(stored), scratch);
    };
  };
  run_in_order<Stored, Reread>(
      options.jobs, bring, make_worker,
      [&](Reread&& each) {
        if (each.reading) {
          const std::string model = each.network.empty() ? engine.fingerprint() : engine.fingerprint(each.network);
          const std::uint64_t changed = record.replace_reading(each.document, *each.reading, model);
          ++totals.documents;
          totals.changed_documents += changed > 0;
          totals.changed_mentions += changed;
          totals.by_network += each.network.empty();
        } else {
          ++totals.failed;
          if (options.failure) options.failure({each.document.metadata().path, each.error});
        }
        progress.read = totals.documents;
        progress.failed = totals.failed;
        progress.path = each.document.metadata().path;
        progress.share = static_cast<double>(++done) / static_cast<double>(ids.size());
        progress.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        progress.remaining_seconds = progress.seconds * (1 - progress.share) / progress.share;
        if (options.progress) options.progress(progress);
      },
      options.give_up);
  record.tidy_actors(engine);
  totals.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return totals;
}

}  // namespace demarche::record
