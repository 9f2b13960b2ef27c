// SPDX-License-Identifier: Apache-2.0
// What became of a table, for `data check`.
#pragma once

#include "loaders/loaders.hpp"
#include "loaders/work.hpp"

namespace tdkt::loaders {

BoundTable unbound_summary(const RawTable& raw);
BoundTable summary_of(const Table& table, const Vocabulary& vocabulary, const std::vector<std::string>& periods,
                      grammar::Language language);

}  // namespace tdkt::loaders
