// SPDX-License-Identifier: Apache-2.0
// A file read in parts, a thread each, with the result of reading it in one go.
//
// A part begins where a row begins: after a line end outside quotation marks, which is known from
// the number of marks before it, as long as marks stand where they belong. Where some don't, the
// file is read again in one go. Each part has dictionaries of its own; they are joined in the order
// of the parts, so that codes are given in the order in which texts first appear.
#pragma once

#include <string_view>
#include <vector>

#include "loaders/csv_header.hpp"

namespace tdkt::loaders {

// Fills the table's columns, rows and lines. Requires: its headers are set, its columns have no rows yet.
std::vector<CsvFlaw> read_parts(std::string_view bytes, const CsvHeader& header, const CsvOptions& options,
                                RawTable& table);

}  // namespace tdkt::loaders
