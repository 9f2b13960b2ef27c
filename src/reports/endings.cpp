// SPDX-License-Identifier: Apache-2.0
#include "reports/endings.hpp"

namespace tdkt::reports {

std::size_t Endings::Hash::operator()(const evaluate::Reading& reading) const {
  std::uint64_t hash = reading.size();
  for (const auto number : reading) {
    hash = (hash ^ number) * 0x9E3779B97F4A7C15ull;
    hash ^= hash >> 32;
  }
  return hash;
}

const std::string& Endings::of(values::Row row, verdicts::Outcome outcome) {
  const auto because = grounds_.of(row, outcome);
  reading_.assign({static_cast<std::uint64_t>(outcome), reinterpret_cast<std::uintptr_t>(because.ground)});
  if (because.measure) because.measure->read(row, reading_);
  if (latest_ && latest_->first == reading_) return latest_->second;
  auto found = made_.find(reading_);
  if (found == made_.end())
    found = made_.emplace(reading_, make_(outcome, because.ground, grounds_.actual(because, row))).first;
  latest_ = &*found;
  return latest_->second;
}

}  // namespace tdkt::reports
