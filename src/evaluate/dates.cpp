// SPDX-License-Identifier: Apache-2.0
#include "evaluate/kernels.hpp"

namespace tdkt::evaluate {

Column worked_out(const graph::ShiftDays& shift, const Work& work) {
  auto result = work.input<DateColumn>(0);
  for (auto& date : result.dates) date = values::plus_days(date, shift.days);
  return result;
}

}  // namespace tdkt::evaluate
