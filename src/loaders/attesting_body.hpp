// SPDX-License-Identifier: Apache-2.0
// Whether a statement was made by the body that a fact is declared to be attested by.
#pragma once

#include <string_view>

namespace tdkt::loaders {

// Of a body declared in both languages, `Cấp ủy cấp trên (Party committee above)`, either name will do.
bool is_attesting_body(std::string_view declared, std::string_view written);

}  // namespace tdkt::loaders
