// SPDX-License-Identifier: Apache-2.0
// The values that the texts of a column stand for, by the type of the fact that they give.
#pragma once

#include <map>
#include <string>

#include "loaders/work.hpp"

namespace tdkt::loaders {

// Where a fact's values come from.
struct Given {
  std::size_t table, column;
};

// Texts, each once.
class Texts {
 public:
  explicit Texts(std::vector<std::string>& all) : all_(all) {}
  std::uint32_t index_of(const std::string& text);

 private:
  std::vector<std::string>& all_;
  std::map<std::string, std::uint32_t> index_;
};

// Each reports what does not fit the type.
ByCode<std::uint8_t> truths(Work& work, Given given, FactId fact);
// What an attestation states of a yes/no fact or a scale; nullopt where it states nothing, or after a report.
std::optional<std::uint8_t> attested_code(Work& work, const columns::Attestation& attestation);
ByCode<std::uint8_t> scale_codes(Work& work, Given given, FactId fact);
ByCode<values::Decimal> numbers(Work& work, Given given, FactId fact);
ByCode<values::Date> dates(Work& work, Given given, FactId fact);
ByCode<std::uint32_t> texts(Work& work, Given given, FactId fact, Texts& all);

}  // namespace tdkt::loaders
