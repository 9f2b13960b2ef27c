// SPDX-License-Identifier: Apache-2.0
#include "loaders/header_words.hpp"

namespace tdkt::loaders {

diagnostics::Phrase written(HeaderWord word) {
  return {std::string(grammar::written(word, grammar::Language::english)),
          std::string(grammar::written(word, grammar::Language::vietnamese))};
}

}  // namespace tdkt::loaders
