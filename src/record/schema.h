// SPDX-License-Identifier: Apache-2.0
// The tables of a record and how an older file becomes a newer one. Private to this folder.
#pragma once

#include "record/sqlite.h"

namespace demarche::record {

// The number that this program writes into PRAGMA user_version.
int schema_version();

// Throws Error{BadInput} for an SQLite file that is no record, or that a newer program wrote; changes nothing.
void refuse_foreign(Database& database, const std::filesystem::path& path);

// Makes the tables of a new file, brings an older one up to date, each step in a transaction of its own. Throws
// Error{BadInput} for a file of a newer program or one that is no record, Error{Corrupt} for a damaged one.
void migrate(Database& database, const std::filesystem::path& path);

// The same judgement without a change: for readers. An older file is an Error{BadInput} too, with the command that
// upgrades it.
void check_schema(Database& database, const std::filesystem::path& path);

}  // namespace demarche::record
