// SPDX-License-Identifier: Apache-2.0
#include "columns/places.hpp"

#include <utility>

namespace tdkt::columns {

void PlacesBuilder::set(std::size_t cell, Place place) {
  if (place.line != 0 && !some_) {
    some_ = true;
    source_ = place.source;
  }
  if (place.line != 0 && place.source != source_ && sources_.empty()) sources_.assign(lines_.size(), source_);
  lines_[cell] = place.line;
  if (!sources_.empty()) sources_[cell] = place.source;
}

void PlacesBuilder::add(Place place) {
  lines_.push_back(0);
  if (!sources_.empty()) sources_.push_back(source_);
  set(lines_.size() - 1, place);
}

Places PlacesBuilder::finish() {
  if (!some_) return {};
  return {std::exchange(lines_, {}), std::exchange(sources_, {}), source_, 0};
}

}  // namespace tdkt::columns
