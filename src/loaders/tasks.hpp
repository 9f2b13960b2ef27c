// SPDX-License-Identifier: Apache-2.0
// Tasks on several threads.
#pragma once

#include "columns/tasks.hpp"

namespace tdkt::loaders {

using columns::in_parallel;
using columns::threads_or_all;

}  // namespace tdkt::loaders
