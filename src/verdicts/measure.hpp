// SPDX-License-Identifier: Apache-2.0
// What conditions were measured at over all rows of an entity: the numbers that the explainer tells of one row, for
// whoever writes down the verdicts of a nation. Values are read from whole columns, words are made once for all rows
// where the same was read.
#pragma once

#include <memory>
#include <optional>

#include "evaluate/readings.hpp"
#include "verdicts/look.hpp"

namespace tdkt::verdicts {

// Safe for several threads.
class Measure {
 public:
  virtual ~Measure() = default;
  // Adds what the words hang on: where it is equal, so are they.
  virtual void read(Row row, evaluate::Reading& reading) const = 0;
  // Nothing where there are no numbers to tell.
  virtual std::optional<Phrase> words(Row row) const = 0;
};
using MeasurePtr = std::unique_ptr<const Measure>;

// nullptr where the sentence has no numbers that could be read from columns.
MeasurePtr measure_of(const Look& look, const typed::Criterion& criterion, typed::AwardId award, const Environment& at);
MeasurePtr measure_of(const Look& look, const Expression& condition, typed::EntityId entity, const Environment& at);

}  // namespace tdkt::verdicts
