// SPDX-License-Identifier: Apache-2.0
// Writes the rows of one document. Private to this folder.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "record/record.h"
#include "record/sqlite.h"

namespace demarche::record {

// Keeps what was written before, so that each producer and actor is looked up once. Call within a transaction; after
// one that failed, make a new Writer: what it remembers may not be in the file.
// The network's part of an engine's fingerprint.
std::string network_of(const std::string& model);

class Record::Writer {
 public:
  explicit Writer(Database& database) : database_(database) {}
  void write(const Document& document, const engine::Reading& reading, const ReadingItems& items, std::int64_t run,
             const std::string& model);
  // The same for a document that is stored already.
  void rewrite(std::int64_t doc, const Document& document, const engine::Reading& reading, const ReadingItems& items,
               std::int64_t run, const std::string& model, const std::string& network);
  // What the network read, beside the items that were made of it.
  void annotations(std::int64_t doc, const reader::Annotations& annotations, const std::string& network);
  std::int64_t producer(const std::string& name);

 private:
  void items(const ReadingItems& items, const std::string& text);
  void remove_items(const std::string& text);
  std::int64_t document_row(const Document& document, const ReadingItems& items, std::size_t tokens, std::int64_t run);
  void blocks(const Document& document);
  void notes(const ReadingItems& items);
  void mention(const MentionItem& mention, int index);
  void statement(const StatementItem& statement, int index, const std::string& text);
  void statement_evidence(const StatementItem& statement, const std::string& item);
  void event(const EventItem& event, int index);
  void event_evidence(const EventItem& event, const std::string& item);
  void participants(const std::vector<PartyItem>& parties, std::string_view role, int event);
  void moment(const MomentItem& moment, int index);
  void place(const PlaceItem& place, int index);
  void evidence(const std::string& item, std::string_view field, int ordinal, Range span,
                const std::string& produced_by);
  void evidence(const std::string& item, std::string_view field, const Ranges& spans, const std::string& produced_by);
  // The actor's row, made when new, filled where it was empty. What an item keeps of its own is what is not equal to
  // that row: NULL says “as in the row”, '' that the item says nothing, whatever the row may learn later.
  struct Named {
    std::string name, country, sector;
    std::string read_name = {};  // when a person gave it another one
  };
  struct Own {
    std::optional<std::string> name, country, sector;
  };
  Own own(const ActorRef& reference);
  std::string read_name_of(const std::string& actor);
  const Named& actor_row(const ActorRef& reference);

  Database& database_;
  std::int64_t doc_ = 0;
  std::string model_;
  std::map<std::string, std::int64_t> producers_;
  std::map<std::string, Named> actors_;
};

}  // namespace demarche::record
