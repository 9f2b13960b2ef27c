// SPDX-License-Identifier: Apache-2.0
// A set of lambdas, one for each kind of a variant; forget one and it does not compile.
#pragma once

namespace tdkt::values {

template <class... Cases>
struct match : Cases... {
  using Cases::operator()...;
};
template <class... Cases>
match(Cases...) -> match<Cases...>;

}  // namespace tdkt::values
