// SPDX-License-Identifier: Apache-2.0
#include "columns/strings.hpp"

#include <limits>
#include <stdexcept>
#include <utility>

#include "columns/large_pages.hpp"

namespace tdkt::columns {

Strings::Strings(std::initializer_list<std::string_view> texts) {
  StringsBuilder builder;
  for (const std::string_view text : texts) builder.add(text);
  *this = builder.finish();
}

Strings::Strings(std::size_t count, Array<char> bytes, Array<std::uint32_t> ends)
    : count_(count), bytes_(std::move(bytes)), ends_(std::move(ends)) {}

void StringsBuilder::reserve(std::size_t texts, std::size_t bytes) {
  reserve_large(ends_, texts);
  reserve_large(bytes_, bytes);
}

void StringsBuilder::add(std::string_view text) {
  if (text.size() > std::numeric_limits<std::uint32_t>::max() - bytes_.size())
    throw std::length_error("more than 4 GiB of names");
  bytes_.insert(bytes_.end(), text.begin(), text.end());
  ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
}

Strings StringsBuilder::finish() {
  const std::size_t count = ends_.size();
  if (bytes_.empty()) return Strings(count, {}, {});
  bytes_.shrink_to_fit();
  return Strings(count, std::exchange(bytes_, {}), std::exchange(ends_, {}));
}

}  // namespace tdkt::columns
