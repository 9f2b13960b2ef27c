// SPDX-License-Identifier: Apache-2.0
// How verdicts' lines end, behind whom each is about: made once for all rows where it is the same.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>

#include "reports/because.hpp"

namespace tdkt::reports {

// For one thread at a time.
class Endings {
 public:
  using Make = std::function<std::string(verdicts::Outcome outcome, const Ground* ground, const std::string& actual)>;
  Endings(const Grounds& grounds, Make make) : grounds_(grounds), make_(std::move(make)) {}

  const std::string& of(values::Row row, verdicts::Outcome outcome);

 private:
  struct Hash {
    std::size_t operator()(const evaluate::Reading& reading) const;
  };

  const Grounds& grounds_;
  Make make_;
  evaluate::Reading reading_;  // of the row at hand
  std::unordered_map<evaluate::Reading, std::string, Hash> made_;
  const std::pair<const evaluate::Reading, std::string>* latest_ = nullptr;  // rows beside one another are often alike
};

}  // namespace tdkt::reports
