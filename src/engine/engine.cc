// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include <chrono>

#include "base/error.h"
#include "base/files.h"

namespace demarche::engine {

// Adds the time since its last lap to one stage.
class Engine::Stopwatch {
 public:
  explicit Stopwatch(StageSeconds& seconds) : seconds_(seconds) {}
  template <typename Result>
  Result lap(std::size_t stage, Result&& result) {
    const auto now = Clock::now();
    seconds_[stage] += std::chrono::duration<double>(now - last_).count();
    last_ = now;
    return std::forward<Result>(result);
  }

 private:
  using Clock = std::chrono::steady_clock;
  StageSeconds& seconds_;
  Clock::time_point last_ = Clock::now();
};

namespace {

// Of persons and groups: a place name says nothing of where the places lie that are to be found.
std::vector<std::string> countries_of(const actors::Mentions& mentions) {
  std::vector<std::string> countries;
  for (const actors::Mention& mention : mentions.mentions)
    if (mention.resolution && mention.kind != actors::MentionKind::Place && !mention.resolution->country.empty())
      countries.push_back(mention.resolution->country);
  return countries;
}

Reading unread(const Document& document) {
  Reading reading;
  const Span all{0, static_cast<std::uint32_t>(document.text().size())};
  reading.notes = document.notes();
  reading.notes.push_back({"not read: language “" + document.metadata().language + "”; only English is read", all});
  return reading;
}

}  // namespace

const std::array<std::string, 7>& stage_names() {
  static const std::array<std::string, 7> names = {"language", "reader",     "actors", "moments",
                                                   "places",   "statements", "events"};
  return names;
}

Engine::Engine(const Options& options)
    : Engine(options, std::async(std::launch::async, [&options]() -> NetworkPtr {
               if (options.without_network) return nullptr;
               return std::make_unique<reader::Reader>(options.model, options.cache);
             })) {}

Engine::Engine(const Options& options, std::future<NetworkPtr> network)
    : language_(options.model / "vocab.txt"),
      tables_(options.data, options.project_tables),
      resolver_(tables_),
      gazetteer_(options.data),
      attributor_(options.data),
      coder_(options.data),
      reader_(network.get()) {}

Engine::Scratch Engine::make_scratch() const {
  return {has_network() ? reader_->make_scratch() : reader::Reader::ScratchPtr(), {}};
}

Reading Engine::read(const Document& document, Scratch& scratch) const {
  if (!document.is_readable()) return unread(document);
  if (!has_network()) throw Error(ErrorKind::NotFound, document.metadata().path + ": cannot be read without a network");
  Stopwatch watch(scratch.seconds);
  auto tokens = watch.lap(0, language_.split(document));
  auto annotations = watch.lap(1, reader_->annotate(document, tokens, *scratch.reader));
  return read_on(document, std::move(tokens), std::move(annotations), watch);
}

Reading Engine::reread(const Document& document, reader::Annotations annotations, Scratch& scratch) const {
  if (!document.is_readable()) return unread(document);
  Stopwatch watch(scratch.seconds);
  auto tokens = watch.lap(0, language_.split(document));
  return read_on(document, std::move(tokens), std::move(annotations), watch);
}

Reading Engine::read_on(const Document& document, language::Tokens tokens, reader::Annotations annotations,
                        Stopwatch& watch) const {
  auto mentions = watch.lap(2, resolver_.resolve(document, tokens, annotations));
  auto moments = watch.lap(3, moments::find(document, tokens));
  auto places = watch.lap(
      4, gazetteer_.find(document, tokens, {.names = &annotations.names, .countries = countries_of(mentions)}));
  auto statements = watch.lap(5, attributor_.attribute(document, tokens, annotations, mentions));
  auto events = watch.lap(6, coder_.code(document, tokens, annotations, mentions, moments, places, statements));
  return {std::move(tokens),     std::move(mentions), std::move(moments), std::move(places),
          std::move(statements), std::move(events),   document.notes(),   std::move(annotations)};
}

reader::Relation Engine::relate(std::string_view text, Span subject, Span object, Scratch& scratch) const {
  return reader_->relate(text, language_.split_text(text), subject, object, *scratch.reader);
}

std::vector<reader::Judgement> Engine::judge(std::string_view text, const std::vector<Span>& words,
                                             Scratch& scratch) const {
  const language::Tokens tokens = language_.split_text(text);
  auto judgements = reader_->judge(tokens, words, *scratch.reader);
  // The network overlooks many a plain "not" before a word that tells of no political deed.
  for (std::size_t i = 0; i < words.size(); ++i) {
    const int sentence = tokens.sentence_at(words[i].begin);
    if (sentence < 0 || judgements[i].negated) continue;
    judgements[i].negated =
        language::is_negated_before(text, tokens.sentences[static_cast<std::size_t>(sentence)].span, words[i]);
  }
  return judgements;
}

std::string Engine::fingerprint() const { return fingerprint(has_network() ? reader_->fingerprint() : "no network"); }

std::string Engine::fingerprint(const std::string& network) const {
  return network + "; actors " + tables_.fingerprint().substr(0, 16) + "; places " +
         gazetteer_.fingerprint().substr(0, 16);
}

}  // namespace demarche::engine
